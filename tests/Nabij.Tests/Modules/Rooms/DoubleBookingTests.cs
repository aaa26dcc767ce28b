using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>Nobody finds another in the room they were promised: the database holds each quarter of an hour for one.</summary>
public sealed class DoubleBookingTests
{
    private const int Seed = 4711;
    private const int Askers = 24;
    private static readonly LocalDate Tuesday = new(2026, 6, 9);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_bookings_that_overlap_by_a_quarter_are_refused_by_the_database_itself()
    {
        await using var school = await School.StartAsync();
        var hall = await school.LendAsync();
        await school.App.SaveAsync(Booking(school, hall, new(10, 0), new(11, 30)));

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => school.App.SaveAsync(Booking(school, hall, new(11, 15), new(12, 0))));
        Assert.True(UniqueViolation.Is(refused));
        await school.App.SaveAsync(Booking(school, hall, new(11, 30), new(12, 0)));
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_nobody_gets_hours_that_another_has()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}");
        await using var school = await School.StartAsync();
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var random = new Random(Seed);
        var wishes = Enumerable.Range(0, Askers).Select(_ => Wish(hall, random)).ToList();

        var answers = await Task.WhenAll(wishes.Select(wish => Task.Run(() => school.AskAsync(BookingId.New(), wish), Ct)));

        Assert.Contains(answers, a => a is null);
        Assert.All(answers, a => Assert.True(a is null or RoomTakenThen or RoomConflictsLeft, $"{a}"));
        await AssertNoOverlapAsync(school.App, answers.Count(a => a is null));
    }

    /// <summary>Two applications with connections and scopes of their own: what two web nodes are to the database.</summary>
    [Fact]
    public async Task Two_nodes_never_promise_the_same_quarter()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Several nodes need PostgreSQL.");
        var connection = await TestDatabase.NewAsync();
        await using var other = new TestApp(connection);
        await using var school = await School.StartAsync(app: await FirstNodeAsync(connection));
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var same = new AskedSeries(hall.Id, School.Coffee, Tuesday);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, Askers).Select(i => Task.Run(() => i % 2 == 0 ? school.AskAsync(BookingId.New(), same) : AskOnAsync(other, school, same), Ct))
        );

        Assert.Single(answers, a => a is null);
        await AssertNoOverlapAsync(school.App, 1);
    }

    private static async Task<TestApp> FirstNodeAsync(string connection)
    {
        var app = new TestApp(connection);
        await app.AddCommunityAsync(app.Community);
        return app;
    }

    private static async Task<Refusal?> AskOnAsync(TestApp node, School school, AskedSeries asked)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(school.App.Community);
        scope.ServiceProvider.GetRequiredService<Nabij.Kernel.Identity.CurrentPerson>().SignIn(school.Kees, "Kees", []);
        return await scope.ServiceProvider.GetRequiredService<AskForRoom>()
            .HandleAsync(BookingId.New(), asked, new(school.Kees, null, school.Kees), new Dictionary<LocalDate, Instead>(), Ct);
    }

    private static async Task AssertNoOverlapAsync(TestApp app, int bookings)
    {
        var dates = await app.InDbAsync(db => db.BookedDates.Include(d => d.Quarters).AsNoTracking().ToListAsync(Ct));
        Assert.Equal(bookings, dates.Count);
        Assert.All(dates, d => Assert.Equal(d.Slot.TakenQuarters, d.Quarters.Select(q => q.Quarter).Order()));
        Assert.DoesNotContain(
            dates.SelectMany(a => dates, (a, b) => (a, b)),
            pair => pair.a.Id != pair.b.Id && pair.a.Slot.Overlaps(pair.b.Slot)
        );
    }

    private static AskedSeries Wish(Room room, Random random)
    {
        var from = new LocalTime(9 + random.Next(5), random.Next(4) * 15);
        return new(room.Id, School.Coffee with { From = from, Until = from.PlusMinutes(15 * (1 + random.Next(8))) }, Tuesday);
    }

    private static Booking Booking(School school, Room room, LocalTime from, LocalTime until) =>
        new(BookingId.New(), room, School.Coffee, new(school.Riet, null, school.Anja), [new(Tuesday, from, until)], school.App.Clock.Now);
}
