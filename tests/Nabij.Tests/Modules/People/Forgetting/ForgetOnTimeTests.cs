using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Sending;
using Nabij.Tests.Modules.HelpRequests;
using NodaTime;

namespace Nabij.Tests.Modules.People.Forgetting;

/// <summary>What is done is forgotten on time, and not before.</summary>
public sealed class ForgetOnTimeTests : IAsyncLifetime
{
    private HelpStreet street = null!;
    private HelpRequestId lamp;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        lamp = await street.RietAsksAsync();
        await street.DoAsync<WithdrawHelp, Refusal?>(street.Riet, withdraw => withdraw.HandleAsync(lamp, default));
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task A_question_keeps_its_words_for_a_year_after_it_ended()
    {
        await NightAsync(364);
        Assert.Equal("Wie hangt mijn lamp op?", (await street.RequestAsync(lamp)).Title);

        await NightAsync(2);
        var request = await street.RequestAsync(lamp);
        Assert.Equal(("…", "", HelpState.Withdrawn), (request.Title, request.Details, request.State));
        Assert.All(await street.App.InDbAsync(db => db.FollowUps.Where(f => f.SubjectId == lamp.Value).ToListAsync()), f => Assert.Equal("…", f.Title));
    }

    [Fact]
    public async Task What_is_still_open_is_never_forgotten()
    {
        var open = await street.AsksAsync(street.Nel);
        await NightAsync(900);

        Assert.Equal("Wie hangt mijn lamp op?", (await street.RequestAsync(open)).Title);
    }

    [Fact]
    public async Task Of_a_message_only_that_it_was_told_remains_after_ninety_days()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["when"] = "morgen" };
        await street.App.InScopeAsync(async scope =>
        {
            scope.GetRequiredService<Nabij.Modules.Reach.Contracts.IReach>()
                .Tell(street.Nel, new(Subject.Of(street.Nel), "HelpRequests.AskerIsGone", words) { NotAfter = street.App.Clock.Now + Duration.FromHours(1) });
            return await scope.GetRequiredService<Nabij.Kernel.Data.NabijDb>().SaveChangesAsync();
        });
        street.App.Clock.Advance(Duration.FromDays(1));
        await street.App.RunAsync<SendDueMessagesJob>(); // it came too late, so it ended

        await NightAsync(89);
        Assert.Contains("morgen", (await street.LastMessageAsync(street.Nel)).Words, StringComparison.Ordinal);
        await NightAsync(2);
        Assert.Equal("{}", (await street.LastMessageAsync(street.Nel)).Words);
    }

    [Fact]
    public async Task What_somebody_said_of_themselves_goes_a_month_after_they_left_the_circle()
    {
        await street.App.InDbAsync(async db =>
        {
            var member = await db.CircleMembers.Current.SingleAsync(m => m.Person == street.Kees);
            Assert.Null(member.Tell(sharesNumber: true, "Kookt graag."));
            return await db.SaveChangesAsync();
        });
        await street.DoAsync<LeaveCircle, Refusal?>(street.Kees, leave => leave.HandleAsync(street.Lindelaan, street.Kees, default));

        await NightAsync(30);
        Assert.Equal("Kookt graag.", await OwnWordsAsync());
        await NightAsync(2);
        Assert.Equal("", await OwnWordsAsync());
    }

    [Fact]
    public async Task Who_looked_is_known_for_two_years()
    {
        await NightAsync(729);
        Assert.True(await street.App.InDbAsync(db => db.Set<TrailEntry>().AnyAsync()));
        await NightAsync(2);
        Assert.False(await street.App.InDbAsync(db => db.Set<TrailEntry>().AnyAsync()));
    }

    [Fact]
    public async Task On_Monday_the_desk_hears_what_goes_this_week_and_when_nothing_goes_the_line_goes()
    {
        var monday = street.App.Clock.Now.TodayAt().PlusDays(360).Next(IsoDayOfWeek.Monday);
        street.App.Clock.MoveTo(monday.InstantAt(new LocalTime(4, 20)));
        await street.App.RunAsync<ForgetOnTimeJob>();
        await street.App.RunAsync<DeliverOutboxJob>();
        var line = await street.App.InDbAsync(db => db.FollowUps.Open.SingleAsync(f => f.Reason == "FollowUp.GoesThisWeek"));
        Assert.Equal("bewaartermijnen", line.Path);

        street.App.Clock.MoveTo(monday.PlusWeeks(120).InstantAt(new LocalTime(4, 20)));
        await street.App.RunAsync<ForgetOnTimeJob>();
        await street.App.RunAsync<DeliverOutboxJob>();
        Assert.False(await street.App.InDbAsync(db => db.FollowUps.Open.AnyAsync(f => f.Reason == "FollowUp.GoesThisWeek")));
    }

    [Fact]
    public async Task Done_twice_it_does_no_harm()
    {
        await NightAsync(400);
        var first = (await street.RequestAsync(lamp)).ForgottenAt;
        await NightAsync(1);

        Assert.Equal(first, (await street.RequestAsync(lamp)).ForgottenAt);
    }

    private Task<string> OwnWordsAsync() => street.App.InDbAsync(async db => (await db.CircleMembers.SingleAsync(m => m.Person == street.Kees)).OwnWords);

    private Task NightAsync(int daysLater) => street.TickAsync<ForgetOnTimeJob>(street.App.Clock.Now + Duration.FromDays(daysLater));
}
