using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>'Elke dinsdag, niet in de schoolvakanties': every date is looked at before anything is confirmed.</summary>
public sealed class SeriesTests : IAsyncLifetime
{
    private static readonly LocalDate Tuesday = new(2026, 6, 9);
    private School school = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => school = await School.StartAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task A_series_with_one_conflict_is_not_asked_until_a_choice_was_made()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, Tuesday.PlusWeeks(1));
        var asked = Weekly(hall, weeks: 3);
        var checkedSeries = await CheckAsync(asked);

        Assert.Equal([Tuesday.PlusWeeks(1)], checkedSeries.Conflicts.Select(d => d.Date));
        Assert.IsType<RoomTakenThen>(checkedSeries.Conflicts.Single().Conflict);
        Assert.IsType<RoomConflictsLeft>(await school.AskAsync(BookingId.New(), asked));

        var id = BookingId.New();
        Assert.Null(await school.AskAsync(id, asked, instead: Choose(Tuesday.PlusWeeks(1), new Instead.LeaveOut())));
        Assert.Equal([Tuesday, Tuesday.PlusWeeks(2)], (await school.FindAsync(id)).Held.Select(d => d.Date));
    }

    [Fact]
    public async Task Another_time_takes_the_hours_that_were_offered()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, Tuesday.PlusWeeks(1));
        var id = BookingId.New();

        Assert.Null(await school.AskAsync(id, Weekly(hall, weeks: 3), instead: Choose(Tuesday.PlusWeeks(1), new Instead.OtherTime())));

        var moved = (await school.FindAsync(id)).Held.ElementAt(1);
        Assert.Equal((new LocalTime(11, 30), new LocalTime(13, 0)), (moved.From, moved.Until));
    }

    [Fact]
    public async Task Another_room_is_a_booking_of_its_own_with_an_owner_of_its_own()
    {
        var (hall, library) = (await school.LendAsync(), await school.LendAsync("Bibliotheek", d => d with { Rules = d.Rules with { GoesByItself = true } }));
        await school.BookAsync(hall, Tuesday.PlusWeeks(1));
        var id = BookingId.New();

        Assert.Null(await school.AskAsync(id, Weekly(hall, weeks: 3), instead: Choose(Tuesday.PlusWeeks(1), new Instead.OtherRoom(library.Id))));

        Assert.Equal(BookingState.Asked, (await school.FindAsync(id)).State);
        var elsewhere = await school.App.InDbAsync(db => db.Bookings.Include(b => b.Dates).SingleAsync(b => b.PartOf == id, Ct));
        Assert.Equal((library.Id, BookingState.Confirmed), (elsewhere.Room, elsewhere.State));
        Assert.Equal([Tuesday.PlusWeeks(1)], elsewhere.Held.Select(d => d.Date));
    }

    [Fact]
    public async Task Not_in_the_school_holidays_leaves_them_out_without_asking_what_to_do()
    {
        var hall = await school.LendAsync();
        var asked = Weekly(hall, weeks: 6) with { NotInSchoolHolidays = true };

        var series = await CheckAsync(asked);

        Assert.Empty(series.Conflicts);
        Assert.Equal([new(2026, 7, 7), new LocalDate(2026, 7, 14)], series.Dates.Where(d => d.LeftOut?.Holiday == SchoolHoliday.Summer).Select(d => d.Date));
    }

    [Fact]
    public async Task A_series_that_says_nothing_of_holidays_meets_the_owners_rule()
    {
        var series = await CheckAsync(Weekly(await school.LendAsync(), weeks: 6));

        Assert.All(series.Conflicts, d => Assert.IsType<RoomClosedInSchoolHoliday>(d.Conflict));
        Assert.Equal(2, series.Conflicts.Count());
    }

    [Fact]
    public async Task A_room_that_was_offered_for_another_date_cannot_be_smuggled_in()
    {
        var (hall, full) = (await school.LendAsync(), await school.LendAsync("Bibliotheek"));
        await school.BookAsync(hall, Tuesday);
        await school.BookAsync(full, Tuesday);

        Assert.IsType<RoomConflictsLeft>(await school.AskAsync(BookingId.New(), new(hall.Id, School.Coffee, Tuesday), instead: Choose(Tuesday, new Instead.OtherRoom(full.Id))));
    }

    [Fact]
    public async Task With_every_date_left_out_there_is_nothing_to_ask()
    {
        var hall = await school.LendAsync();
        await school.BookAsync(hall, Tuesday);

        Assert.IsType<RoomNoDatesLeft>(await school.AskAsync(BookingId.New(), new(hall.Id, School.Coffee, Tuesday), instead: Choose(Tuesday, new Instead.LeaveOut())));
    }

    [Fact]
    public async Task Free_hours_that_fit_are_found_by_part_of_the_day_people_and_access()
    {
        await school.LendAsync();
        await school.LendAsync("Kelder", d => d with { Access = RoomAccess.None, People = 100 });

        var afternoons = await FreeAsync(new(Tuesday, Tuesday, Nabij.Modules.People.Contracts.DayParts.WeekdayAfternoon, 60, 20, RoomAccess.Wheelchair));
        var large = await FreeAsync(new(Tuesday, Tuesday, People: 80));

        Assert.Equal([("Aula", new LocalTime(12, 0), new LocalTime(18, 0))], afternoons.Select(f => (f.Room.Name, f.From, f.Until)));
        Assert.Equal(["Kelder"], large.Select(f => f.Room.Name));
    }

    private static AskedSeries Weekly(Room room, int weeks) => new(room.Id, School.Coffee, Tuesday, RepeatEvery.Week, Tuesday.PlusWeeks(weeks - 1));

    private static Dictionary<LocalDate, Instead> Choose(LocalDate date, Instead instead) => new() { [date] = instead };

    private Task<IReadOnlyList<FreeHours>> FreeAsync(RoomWanted wanted) => school.App.InScopeAsync(s => s.GetRequiredService<IRooms>().FreeAsync(wanted, Ct));

    private async Task<CheckedSeries> CheckAsync(AskedSeries asked)
    {
        var series = await school.App.InScopeAsync(s => s.GetRequiredService<CheckSeries>().HandleAsync(asked, new(school.Riet, null, school.Anja), Ct));
        Assert.NotNull(series);
        Assert.Null(series.Refusal);
        return series;
    }
}
