using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Directory.Data;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Rooms.Afterwards;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Cancelling;
using Nabij.Modules.Rooms.Confirming;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Data;
using Nabij.Modules.Rooms.Domain;
using Nabij.Modules.Rooms.Keys;
using NodaTime;

namespace Nabij.Tests.Modules.Rooms;

/// <summary>From the question for a room to 'alles schoon achtergelaten?'.</summary>
public sealed class BookingTests : IAsyncLifetime
{
    private static readonly LocalDate Tuesday = new(2026, 6, 9);
    private static readonly HeldRole Desk = new(Role.DistrictSupporter, null);
    private School school = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => school = await School.StartAsync();

    public ValueTask DisposeAsync() => school.DisposeAsync();

    [Fact]
    public async Task Erik_is_asked_and_says_yes_by_his_link_and_Riet_hears_it()
    {
        var hall = await school.LendAsync();
        var booking = await school.BookAsync(hall, Tuesday);
        Assert.Equal(BookingState.Asked, booking.State);
        Assert.Equal(["Rooms.OwnerAsked"], await ToldAsync(school.Erik));
        Assert.Equal(["Rooms.FollowUp.AskOwner"], await OpenFollowUpsAsync());

        Assert.Null(await AnswerAsync(booking, school.Erik, "Yes"));

        Assert.Equal(BookingState.Confirmed, (await school.FindAsync(booking.Id)).State);
        Assert.Equal(["Rooms.Confirmed"], await ToldAsync(school.Riet));
        Assert.Equal(["Rooms.FollowUp.Booked"], await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Somebody_else_cannot_say_yes_for_Erik()
    {
        var booking = await school.BookAsync(await school.LendAsync(), Tuesday);

        Assert.IsType<NoSuchBooking>(await AnswerAsync(booking, school.Kees, "Yes"));
        Assert.IsType<RoomBookingChanged>(await school.AsAsync(school.Riet, s => s.GetRequiredService<AnswerForOwner>().HandleAsync(booking.Id, true, Ct)));
        Assert.Equal(BookingState.Asked, (await school.FindAsync(booking.Id)).State);
    }

    [Fact]
    public async Task When_Erik_says_no_the_hours_are_free_for_another()
    {
        var hall = await school.LendAsync();
        var booking = await school.BookAsync(hall, Tuesday);

        Assert.Null(await AnswerAsync(booking, school.Erik, "No"));

        Assert.Equal(["Rooms.Declined"], await ToldAsync(school.Riet));
        Assert.Empty((await school.FindAsync(booking.Id)).Dates.SelectMany(d => d.Quarters));
        Assert.Empty(await OpenFollowUpsAsync());
        Assert.Equal(BookingState.Asked, (await school.BookAsync(hall, Tuesday)).State);
    }

    [Fact]
    public async Task A_room_that_goes_by_itself_is_confirmed_at_once()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });

        var booking = await school.BookAsync(hall, Tuesday);

        Assert.Equal((BookingState.Confirmed, "RoomChange.WentByItself"), (booking.State, booking.Reason));
        Assert.Equal(["Rooms.Confirmed"], await ToldAsync(school.Riet));
        Assert.Empty(await ToldAsync(school.Erik));
    }

    [Fact]
    public async Task A_silent_owner_is_phoned_after_two_days_and_then_it_is_on_the_desk()
    {
        var booking = await school.BookAsync(await school.LendAsync(), Tuesday);
        school.App.Clock.Advance(Duration.FromDays(1));
        await school.App.RunAsync<PhoneSilentOwnersJob>();
        Assert.Single(await ToldAsync(school.Erik));

        school.App.Clock.Advance(Duration.FromDays(2));
        await school.App.RunAsync<PhoneSilentOwnersJob>();
        await school.App.RunAsync<PhoneSilentOwnersJob>();

        Assert.Equal(2, (await ToldAsync(school.Erik)).Count);
        Assert.Equal(["Rooms.FollowUp.OwnerSilent"], await OpenFollowUpsAsync());
        Assert.Null(await school.AsAsync(school.Anja, s => s.GetRequiredService<AnswerForOwner>().HandleAsync(booking.Id, true, Ct), Desk));
        Assert.Equal(BookingState.Confirmed, (await school.FindAsync(booking.Id)).State);
    }

    [Fact]
    public async Task Nobody_stands_before_a_closed_door_because_nobody_answered()
    {
        var booking = await school.BookAsync(await school.LendAsync(), Tuesday);
        school.App.Clock.MoveTo(Tuesday.InstantAt(new(10, 0)));

        await school.App.RunAsync<PhoneSilentOwnersJob>();

        Assert.Equal(BookingState.Expired, (await school.FindAsync(booking.Id)).State);
        Assert.Equal(["Rooms.NobodyAnswered"], await ToldAsync(school.Riet));
        Assert.Empty(await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task A_room_without_anybody_to_ask_is_on_the_desk_at_once()
    {
        var changed = await school.App.InDbAsync(async db =>
        {
            var o = await db.Organisations.SingleAsync(o => o.Id == school.Organisation, Ct);
            o.Describe(new(o.Name, o.WhatTheyDo, o.PhoneNumber, null, []), school.App.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        Assert.NotEqual(0, changed);

        await school.BookAsync(await school.LendAsync(but: d => d with { Contact = null }), Tuesday);

        Assert.Equal(["Rooms.FollowUp.OwnerSilent"], await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Riet_cancels_one_Tuesday_and_keeps_the_others_and_then_cancels_all()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var id = BookingId.New();
        Assert.Null(await school.AskAsync(id, new(hall.Id, School.Coffee, Tuesday, RepeatEvery.Week, Tuesday.PlusWeeks(2))));
        var second = (await school.FindAsync(id)).Held.ElementAt(1);

        Assert.Null(await school.AsAsync(school.Riet, s => s.GetRequiredService<CancelBooking>().OneAsync(id, second.Id.Value, Ct)));
        Assert.Equal([Tuesday, Tuesday.PlusWeeks(2)], (await school.FindAsync(id)).Held.Select(d => d.Date));
        Assert.Equal(["Rooms.FreeAgain"], await ToldAsync(school.Erik));
        Assert.Equal(BookingState.Confirmed, (await school.BookAsync(hall, second.Date)).State);

        Assert.Null(await school.AsAsync(school.Riet, s => s.GetRequiredService<CancelBooking>().AllAsync(id, Ct)));
        Assert.Equal(BookingState.Cancelled, (await school.FindAsync(id)).State);
        Assert.Empty((await school.FindAsync(id)).Dates.SelectMany(d => d.Quarters));
        Assert.IsType<NoSuchBooking>(await school.AsAsync(school.Kees, s => s.GetRequiredService<CancelBooking>().AllAsync(id, Ct)));
    }

    [Fact]
    public async Task The_owner_takes_back_in_time_and_the_desk_looks_for_another_room()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var soon = await school.BookAsync(hall, new(2026, 6, 5));
        var later = await school.BookAsync(hall, new(2026, 6, 16));

        Assert.IsType<RoomOwnerTooLate>(await TakeBackAsync(soon));
        Assert.Null(await TakeBackAsync(later));

        Assert.Equal(BookingState.TakenBack, (await school.FindAsync(later.Id)).State);
        Assert.Contains("Rooms.TakenBack", await ToldAsync(school.Riet));
        Assert.Contains("Rooms.FollowUp.FindAnother", await OpenFollowUpsAsync());
        Assert.Null(await school.AsAsync(school.Anja, s => s.GetRequiredService<SettleTrouble>().HandleAsync(later.Id, Ct), Desk));
        Assert.DoesNotContain("Rooms.FollowUp.FindAnother", await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task The_day_before_Riet_hears_where_the_key_is_and_on_the_day_the_code_and_both_once()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        await school.BookAsync(hall, Tuesday);
        school.App.Clock.MoveTo(Tuesday.PlusDays(-1).InstantAt(new(8, 45)));
        await RunKeysTwiceAsync();
        Assert.DoesNotContain("Rooms.Key", await ToldAsync(school.Riet));

        school.App.Clock.MoveTo(Tuesday.PlusDays(-1).InstantAt(new(9, 15)));
        await RunKeysTwiceAsync();
        Assert.Equal(["Rooms.Confirmed", "Rooms.Key"], await ToldAsync(school.Riet));
        Assert.DoesNotContain("4711", await WordsAsync("Rooms.Key"), StringComparison.Ordinal);

        school.App.Clock.MoveTo(Tuesday.InstantAt(new(8, 15)));
        await RunKeysTwiceAsync();
        Assert.Equal(["Rooms.Code", "Rooms.Confirmed", "Rooms.Key"], await ToldAsync(school.Riet));
        Assert.Contains("4711", await WordsAsync("Rooms.Code"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_was_cancelled_no_key_is_spoken()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var booking = await school.BookAsync(hall, Tuesday);
        Assert.Null(await school.AsAsync(school.Riet, s => s.GetRequiredService<CancelBooking>().AllAsync(booking.Id, Ct)));
        school.App.Clock.MoveTo(Tuesday.PlusDays(-1).InstantAt(new(9, 15)));

        await RunKeysTwiceAsync();

        Assert.DoesNotContain("Rooms.Key", await ToldAsync(school.Riet));
    }

    [Fact]
    public async Task Bep_says_that_it_was_not_left_clean_and_the_desk_talks_about_it()
    {
        var hall = await school.LendAsync(but: d => d with { Rules = d.Rules with { GoesByItself = true } });
        var booking = await school.BookAsync(hall, Tuesday);
        school.App.Clock.MoveTo(Tuesday.PlusDays(1).InstantAt(new(9, 15)));
        await school.App.RunAsync<LookBackOnRoomsJob>();
        await school.App.RunAsync<LookBackOnRoomsJob>();
        Assert.Equal(["Rooms.HowLeft"], await ToldAsync(school.Bep));
        Assert.Equal(BookingState.Ended, (await school.FindAsync(booking.Id)).State);

        var date = booking.Dates[0].Id.Value;
        Assert.Null(await school.App.InScopeAsync(s => Receiver(s, "BookedDate").ReceiveAsync(new("BookedDate", date), school.Bep, "NotClean", Ct)));

        Assert.False((await school.FindAsync(booking.Id)).Dates[0].LeftClean);
        Assert.Equal(["Rooms.FollowUp.NotClean"], await OpenFollowUpsAsync());
    }

    [Fact]
    public async Task Asking_twice_with_the_same_form_is_asking_once()
    {
        var hall = await school.LendAsync();
        var id = BookingId.New();

        Assert.Null(await school.AskAsync(id, new(hall.Id, School.Coffee, Tuesday)));
        Assert.Null(await school.AskAsync(id, new(hall.Id, School.Coffee, Tuesday)));

        Assert.Equal(1, await school.App.InDbAsync(db => db.Bookings.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_is_not_of_the_desk_asks_for_nobody_else()
    {
        var hall = await school.LendAsync();

        var refusal = await school.AsAsync(
            school.Kees,
            s => s.GetRequiredService<AskForRoom>().HandleAsync(BookingId.New(), new(hall.Id, School.Coffee, Tuesday), new(school.Riet, null, school.Kees), new Dictionary<LocalDate, Instead>(), Ct)
        );

        Assert.IsType<NoSuchRoom>(refusal);
    }

    private async Task RunKeysTwiceAsync()
    {
        await school.App.RunAsync<RemindOfKeysJob>();
        await school.App.RunAsync<RemindOfKeysJob>();
    }

    private Task<Refusal?> TakeBackAsync(Booking booking) =>
        school.AsAsync(school.Erik, s => s.GetRequiredService<TakeBackRoom>().HandleAsync(booking.Id, [booking.Dates[0].Id.Value], Ct));

    private Task<Refusal?> AnswerAsync(Booking booking, PersonId person, string answer) =>
        school.App.InScopeAsync(s => Receiver(s, "Booking").ReceiveAsync(Subject.Of(booking.Id), person, answer, Ct));

    private static IReceiveAnswers Receiver(IServiceProvider scope, string kind) => scope.GetServices<IReceiveAnswers>().Single(r => r.SubjectKind == kind);

    /// <summary>The reasons of what somebody was told, by name.</summary>
    private Task<List<string>> ToldAsync(PersonId person) =>
        school.App.InDbAsync(db => db.Messages.Where(m => m.Person == person).OrderBy(m => m.Reason).Select(m => m.Reason).ToListAsync(Ct));

    private async Task<string> WordsAsync(string reason) =>
        (await school.App.InDbAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Reason == reason, Ct))).Words;

    private Task<List<string>> OpenFollowUpsAsync() =>
        school.App.InDbAsync(db => db.FollowUps.Open.OrderBy(f => f.Reason).Select(f => f.Reason).ToListAsync(Ct));
}
