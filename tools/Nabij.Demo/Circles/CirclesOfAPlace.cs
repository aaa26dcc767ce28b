using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Starting;

namespace Nabij.Demo.Circles;

/// <summary>Starts the circles one by one, by the commands of the desk. Some have yet to find their contacts.</summary>
public sealed class CirclesOfAPlace(Neighbourhood place, StoryDays days)
{
    private const int FirstStartedDaysAgo = 28;
    private const int LastStartedDaysAgo = 14;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <returns>How many circles there are now.</returns>
    public async Task<int> StartAsync()
    {
        var circles = PlanCircles.Of(place);
        foreach (var (count, circle) in circles.Index())
        {
            place.Stage.Clock.MoveTo(days.DaysAgo(FirstStartedDaysAgo - count * (FirstStartedDaysAgo - LastStartedDaysAgo) / circles.Count, hour: 14));
            await place.Stage.ActAsync(scope => StartAsync(circle, scope), place.First(Role.DistrictSupporter));
        }
        var next = PlanCircles.NextToEachOther(circles);
        await place.Stage.ActAsync(
            async scope =>
            {
                foreach (var circle in circles)
                    (await scope.GetRequiredService<PlaceNextTo>().HandleAsync(circle.Id, [.. next[circle.Id]], CancellationToken.None)).Accept();
                return true;
            },
            place.First(Role.DistrictSupporter)
        );
        return circles.Count;
    }

    private async Task<bool> StartAsync(PlannedCircle circle, IServiceProvider scope)
    {
        var ct = CancellationToken.None;
        var name = circle.NameAmong(names);
        names.Add(name);
        (await scope.GetRequiredService<StartCircle>().HandleAsync(circle.Id, name, ct)).Accept();
        foreach (var part in circle.Parts)
            (await scope.GetRequiredService<DrawCircle>().AddAsync(circle.Id, part, ct)).Accept();

        var join = scope.GetRequiredService<JoinCircle>();
        foreach (var member in circle.Members)
            (await join.HandleAsync(circle.Id, member.Id, sharesNumber: place.Random.Percent(55), WordsOf(member), ct)).Accept();

        var (first, second, reserve) = ContactsOf(circle);
        (await scope.GetRequiredService<NameContacts>().HandleAsync(circle.Id, first, second, reserve, ct)).Accept();
        return true;
    }

    private (PersonId? First, PersonId? Second, PersonId? Reserve) ContactsOf(PlannedCircle circle)
    {
        var connector = place.Script.Members.FirstOrDefault(m => m.Role == Role.Connector && circle.Members.Contains(place.Cast[m.Key]));
        if (connector is not null)
            return (place.Id(connector.Key), place.Id(connector.StandIn!), place.Cast.GetValueOrDefault("kees")?.Id); // each has one

        var willing = circle.Members.Where(m => m.Age is > 35 and < 80 && !place.Cast.Values.Contains(m)).ToArray();
        place.Random.Shuffle(willing);
        var found = place.Random.Share((72, 3), (18, 2), (6, 1), (4, 0));
        var named = willing.Take(found).Select(m => (PersonId?)m.Id).ToList();
        return (named.ElementAtOrDefault(0), named.ElementAtOrDefault(1), named.ElementAtOrDefault(2));
    }

    private string WordsOf(Resident member) =>
        place.Script.Members.FirstOrDefault(m => place.Cast[m.Key] == member)?.OwnWords is { Length: > 0 } words ? words
        : place.Random.Percent(35) ? place.Random.Pick(OwnWords.All)
        : "";
}
