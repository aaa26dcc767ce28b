using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Desk.Alarms;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Desk;

public sealed class OpeningTests : IAsyncLifetime
{
    private readonly Subject curtains = Subject.Of(HelpRequestId.New());
    private static readonly PersonId Anja = PersonId.New();
    private static readonly PersonId Kees = PersonId.New();
    private static readonly PersonId Fatima = PersonId.New();
    private TestApp app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task About_one_thing_one_follow_up_is_open()
    {
        await OpenAsync(About(curtains));
        await OpenAsync(About(curtains) with { Reason = "FollowUp.AskedAfterwards" });

        Assert.Equal("FollowUp.AskedAfterwards", Assert.Single(await AllAsync()).Reason);
    }

    [Fact]
    public async Task Opened_closed_and_opened_again_before_one_save_it_is_open_once()
    {
        await app.InScopeAsync(async scope =>
        {
            var followUps = scope.GetRequiredService<IFollowUps>();
            await followUps.OpenAsync(About(curtains), Ct);
            await followUps.CloseAsync(curtains, Ct);
            await followUps.OpenAsync(About(curtains), Ct);
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });

        Assert.Single(await AllAsync(), f => f.ClosedAt is null);
    }

    [Fact]
    public async Task Two_that_open_it_at_the_same_moment_make_one() =>
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            app.SaveAsync(new FollowUp(About(curtains), app.Clock.Now), new FollowUp(About(curtains), app.Clock.Now))
        );

    [Fact]
    public async Task What_is_closed_may_be_opened_again_later()
    {
        await OpenAsync(About(curtains));
        await InFollowUpsAsync(f => f.CloseAsync(curtains, Ct));
        await OpenAsync(About(curtains));

        Assert.Equal(2, (await AllAsync()).Count);
    }

    [Fact]
    public async Task The_title_is_unreadable_in_the_database()
    {
        await OpenAsync(About(curtains));

        var kept = await app.InDbAsync(db =>
            db.Database.SqlQueryRaw<string>("""SELECT "Title" AS "Value" FROM follow_ups""").ToListAsync(Ct)
        );
        Assert.DoesNotContain(kept, title => title.Contains("Gordijnrail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_colleagues_who_take_it_at_the_same_moment_the_slower_write_loses()
    {
        await OpenAsync(About(curtains));

        await app.InDbAsync(async slow =>
        {
            var seenBySlow = await slow.FollowUps.SingleAsync(Ct);
            await app.InDbAsync(async fast =>
            {
                Assert.Null((await fast.FollowUps.SingleAsync(Ct)).Take(Anja));
                return await fast.SaveChangesAsync(Ct);
            });
            Assert.Null(seenBySlow.Take(Kees));
            Assert.False(await slow.TrySaveAsync(Ct));
            Assert.Equal(Anja, seenBySlow.TakenBy);
            return true;
        });
    }

    [Fact]
    public async Task What_is_late_for_a_day_is_told_to_the_stand_in_once()
    {
        await OpenAsync(About(curtains) with { Owner = Anja, StandIn = Kees });
        app.Clock.Advance(Duration.FromDays(2));

        await app.RunAsync<RaiseAlarmsJob>();
        await app.RunAsync<RaiseAlarmsJob>();

        var told = Assert.Single(await app.InDbAsync(db => db.Outbox.ToListAsync(Ct)));
        Assert.Equal(typeof(FollowUpIsLate).FullName, told.Type);
        Assert.Contains(Kees.Value.ToString(), told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_from_the_database_is_the_list_of_the_rule()
    {
        PersonId?[] people = [null, Anja, Kees, Fatima];
        Duration[] dates = [Duration.FromHours(3), Duration.FromHours(-3), Duration.FromDays(-2)];
        var all = (
            from owner in people
            from standIn in people
            from date in dates
            select new FollowUp(
                About(Subject.Of(HelpRequestId.New())) with
                {
                    Owner = owner,
                    StandIn = standIn,
                    NextDate = app.Clock.Now + date,
                },
                app.Clock.Now
            )
        ).ToArray();
        await app.SaveAsync(all);

        foreach (var away in new HashSet<PersonId>[] { [], [Anja], [Kees], [Anja, Kees, Fatima] })
        foreach (var runsDesk in new[] { false, true })
        {
            var listed = await app.InDbAsync(db =>
                db.FollowUps.Open.InSightOf(Kees, runsDesk, away, app.Clock.Now).Select(f => f.Id).ToListAsync(Ct)
            );
            var expected = all.Where(f => f.IsInSightOf(Kees, runsDesk, away, app.Clock.Now)).Select(f => f.Id);
            Assert.Equal(expected.ToHashSet(), listed.ToHashSet());
        }
    }

    private NewFollowUp About(Subject subject) =>
        new(subject, "FollowUp.NobodyFound", "Gordijnrail ophangen", "vragen/1", app.Clock.Now + Duration.FromHours(1));

    private Task<int> OpenAsync(NewFollowUp followUp) => InFollowUpsAsync(f => f.OpenAsync(followUp, Ct));

    private Task<int> InFollowUpsAsync(Func<IFollowUps, Task> act) =>
        app.InScopeAsync(async scope =>
        {
            await act(scope.GetRequiredService<IFollowUps>());
            return await scope.GetRequiredService<NabijDb>().SaveChangesAsync(Ct);
        });

    private Task<List<FollowUp>> AllAsync() => app.InDbAsync(db => db.FollowUps.AsNoTracking().ToListAsync(Ct));
}
