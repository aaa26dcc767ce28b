using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Gaps;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Demo.Rooms;

/// <summary>Three rooms that organisations lend, a coffee morning in one of them, and what people say they miss.</summary>
public sealed class RoomsOfATown(Neighbourhood place)
{
    private const int Misses = 60;

    private static readonly (string Name, int People, int Cents, bool ByItself, RoomUse Uses)[] Rooms =
    [
        ("Grote zaal", 60, 1500, false, RoomUse.Meeting | RoomUse.Eating | RoomUse.Music),
        ("Aula", 40, 0, false, RoomUse.Meeting | RoomUse.Eating | RoomUse.Moving),
        ("Buurtkamer", 14, 0, true, RoomUse.Meeting | RoomUse.Making),
    ];

    public async Task AddAsync(Actor keeper)
    {
        var rooms = await place.Stage.ActAsync(AddRoomsAsync, keeper);
        await BookAsync(rooms[^1], keeper);
        await place.Stage.SaveAsync([.. Enumerable.Range(0, Misses).Select(_ => Miss())]);
    }

    private async Task<List<Room>> AddRoomsAsync(IServiceProvider scope)
    {
        var db = scope.GetRequiredService<NabijDb>();
        var owners = await db.Organisations.Current.OrderBy(o => o.Id).Take(Rooms.Length).ToListAsync();
        var doors = Rooms.Select((_, i) => place.Doors[i * 37 % place.Doors.Count]).ToList();
        var rooms = Rooms.Zip(owners, doors).Select(r => Described(r.First, r.Second.Id, r.Second.ContactPerson, r.Third)).ToList();
        db.AddRange(rooms);
        await db.SaveChangesAsync();
        return rooms;
    }

    private static Room Described((string Name, int People, int Cents, bool ByItself, RoomUse Uses) known, OrganisationId owner, PersonId? contact, Address door)
    {
        var rules = new OwnersRules(
            "Zet tafels en stoelen terug. Doe het licht uit.",
            [.. Enumerable.Range(1, 5).Select(day => new OpenSpan((IsoDayOfWeek)day, new(8, 30), new(22, 0)))],
            known.Uses,
            RoomGuests.Everybody,
            LeadDays: 2,
            LongestMinutes: 240,
            MostPerYear: null,
            NoticeDays: 7,
            ClosedInSchoolHolidays: !known.ByItself,
            ClosedOnPublicHolidays: true,
            known.ByItself
        );
        var access = RoomAccess.Wheelchair | RoomAccess.AccessibleToilet | (known.Cents > 0 ? RoomAccess.HearingLoop : RoomAccess.Quiet);
        var room = new Room();
        room.Describe(
                new(owner, known.Name, door.InFull, door.Id, door.BuurtCode, known.People, access, known.Cents, contact, contact, "In het kastje naast de voordeur", "1403", rules)
            )
            .Accept();
        return room;
    }

    /// <summary>Every Tuesday morning for two months, for somebody who phoned.</summary>
    private async Task BookAsync(Room room, Actor keeper)
    {
        var tuesday = place.Stage.Clock.GetCurrentInstant().TodayAt().PlusDays(3).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Tuesday));
        var coffee = new RoomOccasion("Koffieochtend", RoomUse.Meeting, 12, new(10, 0), new(11, 30));
        var asked = new AskedSeries(room.Id, coffee, tuesday, RepeatEvery.Week, tuesday.PlusWeeks(8), NotOnPublicHolidays: true);
        await place.Stage.ActAsync(
            async scope =>
            {
                var booker = new Booker(place.Residents[0].Id, null, keeper.Person);
                (await scope.GetRequiredService<AskForRoom>().HandleAsync(BookingId.New(), asked, booker, new Dictionary<LocalDate, Instead>(), CancellationToken.None)).Accept();
                return true;
            },
            keeper
        );
    }

    private Miss Miss()
    {
        var random = place.Random;
        var theme = random.Next(3) == 0 ? Theme.Move : Theme.Eat;
        var part = GapFigures.Parts[random.Next(2) + (theme == Theme.Eat ? 2 : 0)];
        var access = random.Next(2) == 0 ? AccessFacts.Wheelchair | AccessFacts.Toilet : AccessFacts.None;
        var heard = (HeardBy)random.Next(3);
        var buurt = place.Doors[random.Next(2) * (place.Doors.Count - 1)].BuurtCode;
        return new(theme, part, buurt, access, heard, place.Stage.Clock.GetCurrentInstant().TodayAt().PlusDays(-random.Next(200)));
    }
}
