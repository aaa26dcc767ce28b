using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Hearing;
using Nabij.Modules.Desk.Domain;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles;

/// <summary>What holds of circles on every day of a year, whatever happens in it. Other dice: <c>NABIJ_SEED</c>.</summary>
public sealed class YearOfCirclesTests(ITestOutputHelper output)
{
    private const int Steps = 120;

    [Fact]
    public async Task Every_circle_has_two_contacts_or_a_follow_up_every_role_a_stand_in_or_one_and_nothing_points_to_what_is_gone()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NABIJ_SEED"), CultureInfo.InvariantCulture, out var set) ? set : 20260602;
        output.WriteLine($"seed {seed}");
        await using var app = await TestApp.StartAsync();
        var year = new YearOfCircles(app, seed, Steps);

        await year.RunAsync(() => app.InDbAsync(CheckAsync));

        output.WriteLine(string.Join(", ", year.Done.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}")));
        Assert.All((string[])["join", "leave", "split", "merge", "undo", "away", "name", "chain"], what => Assert.True(year.Done.ContainsKey(what), $"Nobody did: {what}."));
        await app.RunAsync<NoticeSilenceJob>();
        await app.InDbAsync(db => SilenceIsHeardAsync(db, app));
    }

    private static async Task<bool> CheckAsync(NabijDb db)
    {
        var circles = await db.Circles.AsNoTracking().ToListAsync();
        var current = circles.Where(c => c.EndedAt is null).ToDictionary(c => c.Id);
        var members = await db.CircleMembers.Current.AsNoTracking().ToListAsync();
        var open = (await db.Set<FollowUp>().AsNoTracking().Where(f => f.ClosedAt == null).ToListAsync()).Select(f => f.About).ToHashSet();

        Assert.All(members, m => Assert.Contains(m.Circle, current.Keys));
        Assert.Distinct(members.Select(m => m.Person));
        var home = members.ToDictionary(m => m.Person, m => m.Circle);
        Assert.All(members, m => Assert.True(m.PassedOnBy is not { } passer || home.ContainsKey(passer)));
        foreach (var circle in current.Values)
        {
            Assert.All(circle.Lead.InOrder.OfType<PersonId>(), p => Assert.Equal(circle.Id, home.GetValueOrDefault(p)));
            Assert.True(!circle.NeedsContacts || open.Contains(Subject.Of(circle.Id)), $"{circle.Name} has no contacts, and nobody knows.");
        }
        foreach (var ended in circles.Except(current.Values))
            Assert.Empty(Follow.All(ended.Id).Where(open.Contains));
        Assert.All(await db.CircleAddresses.AsNoTracking().ToListAsync(), d => Assert.Contains(d.Circle, current.Keys));
        Assert.All(await db.CirclePairs.AsNoTracking().ToListAsync(), p => Assert.True(current.ContainsKey(p.One) && current.ContainsKey(p.Other)));
        await RolesAsync(db, current, open);
        await ChainsAsync(db, home, open);
        return true;
    }

    private static async Task RolesAsync(NabijDb db, Dictionary<CircleId, Circle> current, HashSet<Subject> open)
    {
        var held = await db.RoleAssignments.Current.AsNoTracking().Where(a => a.Role == Role.Connector).ToListAsync();

        Assert.Equal(
            current.Values.SelectMany(c => c.Contacts.Select(p => (c.Id.Value, p))).ToHashSet(),
            held.Select(a => (a.Scope!.Value, a.Person)).ToHashSet()
        );
        Assert.All(held, a => Assert.True(a.StandIn is not null || open.Contains(Subject.Of(new CircleId(a.Scope!.Value)))));
        Assert.All(held.Where(a => a.StandIn is not null), a => Assert.Contains(a.StandIn, current[new(a.Scope!.Value)].Lead.InOrder));
    }

    private static async Task ChainsAsync(NabijDb db, Dictionary<PersonId, CircleId> home, HashSet<Subject> open)
    {
        foreach (var chain in await db.CallChains.AsNoTracking().ToListAsync())
        {
            Assert.All(chain.Links, l => Assert.Equal(chain.Circle, home.GetValueOrDefault(l.Person)));
            Assert.All(chain.Links.Where(l => l.KeyHolder is not null), l => Assert.True(home.ContainsKey(l.KeyHolder!.Value)));
            Assert.Equal(Enumerable.Range(1, chain.Links.Count), chain.Links.Select(l => l.Place));
            Assert.True(chain.StandInStarter is not { } standIn || home.GetValueOrDefault(standIn) == chain.Circle);
            Assert.Equal(chain.NeedsStandIn, open.Contains(Follow.Chain(chain.Circle)));
        }
    }

    private static async Task<bool> SilenceIsHeardAsync(NabijDb db, TestApp app)
    {
        var silent = (await db.CircleMembers.Current.AsNoTracking().ToListAsync()).Where(m => m.IsSilent(app.Clock.Now.TodayAt())).Select(m => m.Circle.Value).ToHashSet();
        var followed = await db.Set<FollowUp>().Where(f => f.ClosedAt == null && f.SubjectKind == "CircleSilence").Select(f => f.SubjectId).ToListAsync();

        Assert.Equal(silent.Order(), followed.Order());
        return true;
    }
}
