using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Courses;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>Courses with who came, and what is to be renewed in time.</summary>
public sealed class CoursesTests : IAsyncLifetime
{
    private static readonly CoursePlan FirstAid = new(CourseKind.Course, "EHBO", "Buurthuis De Linde", Alliance.Today, new(19, 30), 24);
    private Alliance alliance = null!;
    private VolunteerId kees;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        alliance = await Alliance.StartAsync();
        kees = await alliance.ActiveAsync(alliance.Kees.Id, alliance.Zonnebloem, needsVog: true);
    }

    public ValueTask DisposeAsync() => alliance.DisposeAsync();

    [Fact]
    public async Task Who_comes_is_on_the_sheet_who_came_is_ticked_and_only_then_it_leaves_the_desk()
    {
        var course = await PlanAsync(FirstAid);
        var own = await alliance.BrowserAsync(alliance.Kees);
        await (await own.VisitAsync("mijn-vrijwilligerswerk")).PressAsync("Ik kom: EHBO");
        var desk = await alliance.BrowserAsync(alliance.Anja);
        Assert.True((await desk.VisitAsync($"vrijwilligers/cursussen/{course.Value}/lijst")).Shows("Kees Jansen"));
        Assert.Equal("Volunteers.FollowUp.TickCourse", (await alliance.OpenAsync(Subject.Of(course)))!.Reason);

        await desk.VisitAsync($"vrijwilligers/cursussen/{course.Value}");
        await desk.Choose("Kees Jansen").PressAsync("Bewaar wie er was");

        Assert.True(await alliance.App.InDbAsync(db => db.CoursePlaces.AnyAsync(p => p.Person == alliance.Kees.Id && p.Came == true, Ct)));
        Assert.Null(await alliance.OpenAsync(Subject.Of(course)));
        Assert.True((await own.VisitAsync("mijn-vrijwilligerswerk")).Shows("Opnieuw op vrijdag 2 juni 2028."));
    }

    [Fact]
    public async Task Only_who_helps_joins_and_only_the_desk_ticks_what_has_been()
    {
        var course = await PlanAsync(FirstAid with { Day = Alliance.Today.PlusDays(3) });

        Assert.IsType<NoSuchCourse>(await alliance.AsAsync((JoinCourse j) => j.HandleAsync(course, alliance.Riet.Id, Ct), alliance.Riet));
        Assert.IsType<NoSuchCourse>(await alliance.AsAsync((JoinCourse j) => j.HandleAsync(course, alliance.Kees.Id, Ct), alliance.Erik));
        Assert.IsType<NoSuchCourse>(await alliance.AsAsync((KeepCourse k) => k.TickAsync(course, new HashSet<PersonId>(), Ct), alliance.Monique));
        Assert.IsType<CourseIsToCome>(await alliance.AsAsync((KeepCourse k) => k.TickAsync(course, new HashSet<PersonId>(), Ct), alliance.Anja));
        Assert.Null(await alliance.AsAsync((KeepCourse k) => k.CallOffAsync(course, Ct), alliance.Anja));
        Assert.Null(await alliance.OpenAsync(Subject.Of(course)));
    }

    [Fact]
    public async Task A_certificate_that_was_not_seen_and_one_that_grows_old_stand_on_the_desk_in_time()
    {
        await alliance.App.RunAsync<WatchRefreshersJob>();
        Assert.Equal("Volunteers.FollowUp.AskVog", (await alliance.OpenAsync(WatchRefreshersJob.Vog(kees)))!.Reason);

        var monique = await alliance.BrowserAsync(alliance.Monique);
        await (await monique.VisitAsync($"vrijwilligers/{kees.Value}")).PressAsync("Ik heb de VOG gezien");
        Assert.True(monique.Shows("Gezien door Monique de Vries op dinsdag 2 juni 2026. Opnieuw op zaterdag 2 juni 2029."));
        Assert.Null(await alliance.OpenAsync(WatchRefreshersJob.Vog(kees)));
        Assert.Equal(alliance.Monique.Id, (await alliance.AsAsync((IVogs v) => v.SeenAsync([alliance.Kees.Id], Ct), alliance.Anja))[alliance.Kees.Id].By);

        alliance.App.Clock.MoveTo(Alliance.Today.PlusYears(3).PlusDays(-VogRules.DaysAhead - 1).InstantAt(new(4, 40)));
        await alliance.App.RunAsync<WatchRefreshersJob>();
        Assert.Null(await alliance.OpenAsync(WatchRefreshersJob.Vog(kees)));
        alliance.App.Clock.Advance(Duration.FromDays(1));
        await alliance.App.RunAsync<WatchRefreshersJob>();
        await alliance.App.RunAsync<WatchRefreshersJob>();
        var again = await alliance.OpenAsync(WatchRefreshersJob.Vog(kees));
        Assert.Equal(("Volunteers.FollowUp.VogAgain", Alliance.Today.PlusYears(3)), (again!.Reason, again.NextDate.TodayAt()));
    }

    [Fact]
    public async Task A_course_comes_back_on_the_desk_until_it_is_followed_again()
    {
        var course = await PlanAsync(FirstAid);
        Assert.Null(await alliance.AsAsync((JoinCourse j) => j.HandleAsync(course, alliance.Kees.Id, Ct), alliance.Kees));
        Assert.Null(await alliance.AsAsync((KeepCourse k) => k.TickAsync(course, new HashSet<PersonId> { alliance.Kees.Id }, Ct), alliance.Anja));
        await alliance.App.RunAsync<WatchRefreshersJob>();
        Assert.Null(await alliance.OpenAsync(WatchRefreshersJob.Again(kees)));

        alliance.App.Clock.Advance(Duration.FromDays(700));
        await alliance.App.RunAsync<WatchRefreshersJob>();
        Assert.Equal("Kees Jansen: EHBO", (await alliance.OpenAsync(WatchRefreshersJob.Again(kees)))!.Title);

        var next = await PlanAsync(FirstAid with { Day = alliance.App.Clock.Now.TodayAt().PlusDays(5) });
        Assert.Null(await alliance.AsAsync((JoinCourse j) => j.HandleAsync(next, alliance.Kees.Id, Ct), alliance.Kees));
        await alliance.App.RunAsync<WatchRefreshersJob>();
        Assert.Null(await alliance.OpenAsync(WatchRefreshersJob.Again(kees)));
    }

    private async Task<CourseId> PlanAsync(CoursePlan plan)
    {
        var id = CourseId.New();
        Assert.Null(await alliance.AsAsync((KeepCourse k) => k.PlanAsync(id, plan, Ct), alliance.Anja));
        return id;
    }
}
