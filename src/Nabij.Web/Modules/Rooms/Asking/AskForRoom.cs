using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Following;
using NodaTime;

namespace Nabij.Modules.Rooms.Asking;

/// <summary>
/// Asks for a room on every date that is possible, and on the others as was chosen. The quarters of an hour are taken in the
/// same save: of two who ask for the same, the database lets one through.
/// </summary>
public sealed class AskForRoom(NabijDb db, CheckSeries check, RoomNews news, Changes changes, CurrentPerson current)
{
    /// <param name="id">Of the booking to be; asked twice with the same, it is asked once.</param>
    /// <param name="asked">The room and the dates.</param>
    /// <param name="booker">For whom.</param>
    /// <param name="instead">What was chosen for the dates with something in their way.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<Refusal?> HandleAsync(
        BookingId id,
        AskedSeries asked,
        Booker booker,
        IReadOnlyDictionary<LocalDate, Instead> instead,
        CancellationToken ct
    )
    {
        if (!MayAskFor(booker))
            return new NoSuchRoom();
        if (await IsAskedAsync(id, ct))
            return null;
        if (await check.HandleAsync(asked, booker, ct) is not { } series)
            return new NoSuchRoom();
        var (places, refusal) = Chosen(series, instead);
        if ((series.Refusal ?? refusal) is { } no)
            return no;

        foreach (var (place, number) in places.GroupBy(p => p.Room.Id).Select((g, i) => (g.ToList(), i)))
            await AddAsync(number == 0 ? id : BookingId.New(), number == 0 ? null : id, place, asked, booker, ct);
        return await changes.TrySaveAsync(ct) || await IsAskedAsync(id, ct) ? null : new RoomTakenThen();
    }

    /// <summary>The desk asks for anybody; others for themselves, or for the organisation whose page they keep.</summary>
    private bool MayAskFor(Booker booker) =>
        current.Is(Role.DistrictSupporter)
        || booker.For == current.IdOrNone && (booker.Organisation is not { } organisation || current.Is(Role.Editor, organisation.Value));

    private Task<bool> IsAskedAsync(BookingId id, CancellationToken ct) => db.Bookings.AnyAsync(b => b.Id == id, ct);

    /// <summary>The dates with their rooms and hours; the room that was asked for comes first.</summary>
    private static (List<(Room Room, Slot Slot)> Places, Refusal? Refusal) Chosen(CheckedSeries series, IReadOnlyDictionary<LocalDate, Instead> instead)
    {
        var places = series.Dates.Where(d => d.IsPossible).Select(d => (series.Room, d.Slot)).ToList();
        foreach (var date in series.Conflicts)
        {
            switch (instead.GetValueOrDefault(date.Date))
            {
                case Instead.LeaveOut:
                    break;
                case Instead.OtherTime when date.OtherTime is { } slot:
                    places.Add((series.Room, slot));
                    break;
                case Instead.OtherRoom { Room: var id } when date.OtherRooms.FirstOrDefault(r => r.Id == id) is { } room:
                    places.Add((room, date.Slot));
                    break;
                default:
                    return ([], new RoomConflictsLeft());
            }
        }
        return ([.. places.OrderBy(p => p.Room.Id != series.Room.Id).ThenBy(p => p.Slot.Date)], places.Count == 0 ? new RoomNoDatesLeft() : null);
    }

    private async Task AddAsync(BookingId id, BookingId? partOf, List<(Room Room, Slot Slot)> places, AskedSeries asked, Booker booker, CancellationToken ct)
    {
        var room = places[0].Room;
        var booking = new Booking(id, room, asked.Occasion, booker, [.. places.Select(p => p.Slot)], changes.Now)
        {
            PartOf = partOf,
            Every = asked.Every,
            NotInSchoolHolidays = asked.NotInSchoolHolidays,
            NotOnPublicHolidays = asked.NotOnPublicHolidays,
        };
        db.Add(booking);
        if (booking.State == BookingState.Confirmed)
            await news.TellBookerAsync(booking, room, "Rooms.Confirmed", booking.Held, ct);
        else if (await news.OwnerOfAsync(room, ct) is null)
            booking.NobodyToAsk(changes.Now);
        else
            await news.AskOwnerAsync(booking, room, byPhone: false, ct);
        await changes.FollowAsync(booking, room, null, ct);
    }
}
