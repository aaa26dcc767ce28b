using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Hearing;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.Circles.Redrawing;
using Nabij.Modules.People.Away;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Circles;

/// <summary>
/// A year in which neighbours join, leave and go on holiday, circles are split, merged and put back, contacts and chains are named anew: all
/// by the commands of the pages, in an order that the dice choose.
/// </summary>
internal sealed class YearOfCircles(TestApp app, int seed, int steps)
{
    private static readonly string[] Streets = ["Lindelaan", "Eikstraat", "Beukstraat", "Iepenhof"];

    private readonly Random dice = new(seed);
    private readonly Dictionary<string, int> done = new(StringComparer.Ordinal);
    private IReadOnlyList<AddressId> doors = [];
    private int born;

    public IReadOnlyDictionary<string, int> Done => done;

    public async Task RunAsync(Func<Task> check)
    {
        await SettleAsync();
        for (var step = 0; step < steps; step++)
        {
            app.Clock.Advance(Duration.FromDays(365) / steps);
            await StepAsync();
            if (step % 5 == 4)
                await NightAsync();
            await check();
        }
        await NightAsync();
        await check();
    }

    private async Task SettleAsync()
    {
        var all = new List<AddressId>();
        foreach (var street in Streets)
            all.AddRange(await app.AddStreetAsync(street, [.. Enumerable.Range(1, 8)]));
        doors = all;
        foreach (var (at, street) in Streets.Index().Take(2))
        {
            var circle = await app.StartCircleAsync(street);
            foreach (var part in Streets.Skip(2 * at).Take(2))
                await DoAsync<DrawCircle>("draw", d => d.AddAsync(circle, new(part, StreetSide.Both, null, null), default));
            foreach (var home in doors.Skip(16 * at).Take(9))
                await JoinAsync(circle, home);
            await NameAsync(circle);
        }
    }

    private async Task StepAsync()
    {
        var circles = await CirclesAsync();
        var circle = Any(circles);
        var members = await MembersAsync(circle);
        switch (dice.Next(12))
        {
            case 0 or 1 or 2:
                await JoinAsync(circle, Any(doors));
                break;
            case 3 or 4 when members.Count > 0:
                await DoAsync<LeaveCircle>("leave", l => l.HandleAsync(circle, Any(members), default));
                break;
            case 5 when circles.Count < 6:
                await SplitAsync(circle);
                break;
            case 6 when circles.Count > 1:
                await DoAsync<MergeCircles>("merge", m => m.HandleAsync(circle, Any(circles), default));
                break;
            case 7:
                await UndoAsync(circle);
                break;
            case 8 when members.Count > 0:
                await AwayAsync(Any(members));
                break;
            case 9:
                await NameAsync(circle);
                break;
            case 10 when members.Count > 2:
                await ChainAsync(circle, members);
                break;
            default:
                await PassOnAsync(members);
                break;
        }
    }

    /// <summary>What runs by itself.</summary>
    private async Task NightAsync()
    {
        await app.RunAsync<DeliverOutboxJob>();
        await app.RunAsync<PrepareChainsJob>();
        await app.RunAsync<WatchChainsJob>();
        await app.RunAsync<NoticeSilenceJob>();
        await app.RunAsync<WatchSizesJob>();
        await app.RunAsync<ComparePapersJob>();
    }

    private async Task JoinAsync(CircleId circle, AddressId home)
    {
        var person = await app.AddPersonAsync($"Buur{++born}", "Bakker", home: home);
        await DoAsync<JoinCircle>("join", j => j.HandleAsync(circle, person.Id, false, "", default));
    }

    private Task SplitAsync(CircleId circle) =>
        DoAsync<SplitCircle>("split", s => s.HandleAsync(circle, CircleId.New(), [new(Any(Streets), StreetSide.Both, null, null)], $"Cirkel {++born}", default));

    private async Task UndoAsync(CircleId circle)
    {
        if (await app.InDbAsync(db => db.Reshapings.Of(circle).FirstOrDefaultAsync()) is { } last)
            await DoAsync<UndoReshaping>("undo", u => u.HandleAsync(last.Id, default));
    }

    private Task AwayAsync(PersonId person)
    {
        var from = app.Clock.Now.InUtc().Date;
        return DoAsync<BeAway>("away", a => a.HandleAsync(person, from, from.PlusDays(dice.Next(14)), default));
    }

    private async Task NameAsync(CircleId circle)
    {
        var able = (await MembersAsync(circle)).OrderBy(_ => dice.Next()).Take(dice.Next(4)).Select(p => (PersonId?)p).ToList();
        await DoAsync<NameContacts>("name", n => n.HandleAsync(circle, able.ElementAtOrDefault(0), able.ElementAtOrDefault(1), able.ElementAtOrDefault(2), default));
    }

    private Task ChainAsync(CircleId circle, IReadOnlyList<PersonId> members)
    {
        var order = members.OrderBy(_ => dice.Next()).ToList();
        var links = order.Skip(1).Select((p, at) => new PlannedLink(p, at % 2 == 0 ? order[0] : null)).ToList();
        PersonId? standIn = dice.Next(2) == 0 ? order[0] : null;
        return DoAsync<ArrangeChain>("chain", a => a.HandleAsync(circle, new(new(10, 0), (Weekdays)127, 60, standIn, links), default));
    }

    private async Task PassOnAsync(IReadOnlyList<PersonId> members)
    {
        if (members.Count < 2)
            return;
        await app.InDbAsync(async db =>
        {
            (await db.CircleMembers.Current.SingleAsync(m => m.Person == members[0])).PassedOnBy = members[1];
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>A refusal is as it should be; what matters is how things stand afterwards.</summary>
    private async Task DoAsync<TCommand>(string what, Func<TCommand, Task<Refusal?>> act)
        where TCommand : notnull
    {
        if (await app.DoAsync(act) is null)
            done[what] = done.GetValueOrDefault(what) + 1;
    }

    private Task<List<CircleId>> CirclesAsync() => app.InDbAsync(db => db.Circles.Current.OrderBy(c => c.StartedAt).ThenBy(c => c.Name).Select(c => c.Id).ToListAsync());

    private async Task<IReadOnlyList<PersonId>> MembersAsync(CircleId circle) =>
        await app.InDbAsync(db => db.CircleMembers.Of(circle).OrderBy(m => m.Since).ThenBy(m => m.Id).Select(m => m.Person).ToListAsync());

    private T Any<T>(IReadOnlyList<T> from) => from[dice.Next(from.Count)];
}
