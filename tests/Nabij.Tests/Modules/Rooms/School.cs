using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>
/// De Notenboom, a school in Bovenkarspel, lends its hall; Erik says yes or no, Bep has the key. Riet wants to drink coffee there,
/// Anja runs the desk. It is Tuesday 2 June 2026.
/// </summary>
internal sealed class School : IAsyncDisposable
{
    public static readonly LocalDate Today = new(2026, 6, 2);
    public static readonly RoomOccasion Coffee = new("Koffieochtend", RoomUse.Meeting, 12, new(10, 0), new(11, 30));

    private School(TestApp app) => App = app;

    public TestApp App { get; }
    public PersonId Anja { get; private set; }
    public PersonId Riet { get; private set; }
    public PersonId Kees { get; private set; }
    public PersonId Erik { get; private set; }
    public PersonId Bep { get; private set; }
    public OrganisationId Organisation { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<School> StartAsync(Action<TestApp>? prepare = null, TestApp? app = null)
    {
        var school = new School(app ?? await TestApp.StartAsync(prepare));
        school.Anja = await school.AddAsync("Anja", Channel.Call, "+31228510001");
        school.Riet = await school.AddAsync("Riet", Channel.Call, "+31228510002");
        school.Kees = await school.AddAsync("Kees", Channel.Call, "+31228510003");
        school.Erik = await school.AddAsync("Erik", Channel.Call, "+31228510004");
        school.Bep = await school.AddAsync("Bep", Channel.Call, "+31228510005");
        await school.App.GiveRoleAsync(school.Anja, Role.DistrictSupporter);
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new("De Notenboom", "Basisschool", "0228 51 22 33", school.Erik, []), school.App.Clock.Now));
        await school.App.SaveAsync(organisation);
        school.Organisation = organisation.Id;
        return school;
    }

    /// <summary>The hall: on working days from eight to ten in the evening, unless said otherwise.</summary>
    public async Task<Room> LendAsync(string name = "Aula", Func<RoomDetails, RoomDetails>? but = null)
    {
        var room = RoomOf(name, but);
        await App.SaveAsync(room);
        return room;
    }

    public Room RoomOf(string name = "Aula", Func<RoomDetails, RoomDetails>? but = null)
    {
        var room = new Room();
        var usual = Usual(Organisation) with { Name = name, Contact = Erik, Caretaker = Bep };
        Assert.Null(room.Describe(but?.Invoke(usual) ?? usual));
        return room;
    }

    public static RoomDetails Usual(OrganisationId organisation) =>
        new(
            organisation,
            "Aula",
            "Schoolstraat 11, Bovenkarspel",
            null,
            null,
            40,
            RoomAccess.Wheelchair | RoomAccess.AccessibleToilet,
            1250,
            null,
            null,
            "In het kastje naast de fietsen",
            "4711",
            new(
                "Zet de stoelen terug.",
                [.. Enumerable.Range(1, 5).Select(d => new OpenSpan((IsoDayOfWeek)d, new(8, 0), new(22, 0)))],
                RoomUse.Meeting | RoomUse.Eating,
                RoomGuests.Everybody,
                LeadDays: 2,
                LongestMinutes: 240,
                MostPerYear: null,
                NoticeDays: 7,
                ClosedInSchoolHolidays: true,
                ClosedOnPublicHolidays: true,
                GoesByItself: false
            )
        );

    /// <summary>A school with a hall in a street that is there already: the hall is somebody's next week, every week for a month.</summary>
    public static async Task OpenAsync(TestApp app, PersonId caretaker, PersonId bookedFor, PersonId askedBy)
    {
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new("De Notenboom", "Basisschool", "0228 51 22 33", caretaker, []), app.Clock.Now));
        var usual = Usual(organisation.Id);
        var hall = new Room();
        Assert.Null(hall.Describe(usual with { Contact = caretaker, Caretaker = caretaker, Rules = usual.Rules with { GoesByItself = true } }));
        Assert.Null(hall.Close(Today.PlusDays(60), Today.PlusDays(61), "Verven"));
        var slots = Enumerable.Range(1, 4).Select(week => new Slot(Today.PlusWeeks(week), Coffee.From, Coffee.Until));
        await app.SaveAsync(organisation, hall, new Booking(BookingId.New(), hall, Coffee, new(bookedFor, null, askedBy), [.. slots], app.Clock.Now));
    }

    /// <summary>Riet has nothing but her telephone: Anja asks for her.</summary>
    public Task<Refusal?> AskAsync(
        BookingId id,
        AskedSeries asked,
        PersonId? bookedFor = null,
        IReadOnlyDictionary<LocalDate, Instead>? instead = null
    ) =>
        AsAsync(
            Anja,
            scope =>
                scope.GetRequiredService<AskForRoom>().HandleAsync(id, asked, new(bookedFor ?? Riet, null, Anja), instead ?? new Dictionary<LocalDate, Instead>(), Ct),
            new HeldRole(Role.DistrictSupporter, null)
        );

    public async Task<Booking> BookAsync(Room room, LocalDate date, RoomOccasion? occasion = null)
    {
        var id = BookingId.New();
        Assert.Null(await AskAsync(id, new(room.Id, occasion ?? Coffee, date)));
        return await FindAsync(id);
    }

    public Task<T> AsAsync<T>(PersonId person, Func<IServiceProvider, Task<T>> act, params HeldRole[] roles) =>
        App.InScopeAsync(scope =>
        {
            scope.GetRequiredService<CurrentPerson>().SignIn(person, "", roles);
            return act(scope);
        });

    public Task<Booking> FindAsync(BookingId id) =>
        App.InDbAsync(db => db.Bookings.AsNoTracking().Include(b => b.Dates).ThenInclude(d => d.Quarters).SingleAsync(b => b.Id == id, Ct));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<PersonId> AddAsync(string name, Channel channel, string phone) =>
        (await App.AddPersonAsync(name, "Bakker", new(channel, Phone: phone))).Id;
}
