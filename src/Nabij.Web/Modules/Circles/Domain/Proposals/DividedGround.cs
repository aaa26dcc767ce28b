using System.Collections.Immutable;
using Nabij.Algorithms.Assignment;
using Nabij.Algorithms.Districting;
using Nabij.Kernel;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>What lives at the doors: per front door residents of 75 and over in hundredths, and helpers; and what the buurten are called.</summary>
public sealed record DoorCounts(ImmutableArray<int> Seniors, ImmutableArray<int> Helpers, IReadOnlyDictionary<string, string> BuurtNames);

/// <summary>The problem that the planning library solves, and what the barriers cut.</summary>
public sealed record DividedGround(CircleProblem Problem, ImmutableArray<CutLink> Cut)
{
    /// <summary>Front doors farther from each other than this are no neighbours: two kilometres.</summary>
    private const int Farthest = 20_000;
    private const int Kilometre = 10_000;
    private const int FiftyMetres = 500;

    /// <param name="proposal">What is asked.</param>
    /// <param name="places">The front doors, in the order of their numbers.</param>
    /// <param name="counts">What lives there.</param>
    /// <param name="existing">Per front door the number of the circle that it is in, -1 for none.</param>
    /// <param name="circles">How many circles; null for as many as the target asks.</param>
    public static DividedGround Of(
        CircleProposal proposal,
        IReadOnlyList<ProposedPlace> places,
        DoorCounts counts,
        ImmutableArray<int> existing,
        int? circles
    )
    {
        var ground = new Ground(places[0].At);
        ImmutableArray<WalkingBarrier> barriers = [.. BarrierLine.Read(proposal.Barriers).Select(ground.Lay)];
        var spots = BesideTheLine.Place(places.Select(p => ground.Lay(p.At)), barriers);
        var next = Neighbouring.Of(spots, barriers, Farthest);
        var streets = places.Select(p => p.Street).Distinct(StringComparer.Ordinal).Index().ToDictionary(s => s.Item, s => s.Index, StringComparer.Ordinal);
        var problem = new CircleProblem([.. places.Select((p, at) => Place(p, spots[at], counts, at, streets))], next.Walks, 1)
        {
            Smallest = (proposal.Smallest * SeniorsEstimate.One) - (SeniorsEstimate.One / 2),
            Largest = (proposal.Largest * SeniorsEstimate.One) + (SeniorsEstimate.One / 2) - 1,
            HelpersACircle = 1,
        };
        var there = existing.Length == 0 ? 0 : existing.Max() + 1;
        return new(
            problem with
            {
                Circles = circles ?? Math.Max(there, problem.CirclesOf(proposal.Target * SeniorsEstimate.One)),
                Existing = there == 0 ? [] : existing,
                Attachment = proposal.ThereAre is CirclesThereAre.Leave ? Kilometre : FiftyMetres,
            },
            next.Cut
        );
    }

    private static CirclePlace Place(ProposedPlace place, Spot at, DoorCounts counts, int number, Dictionary<string, int> streets) =>
        new(at, Seniors: counts.Seniors[number], Helpers: counts.Helpers[number], Street: place.Street.Length == 0 ? -1 : streets[place.Street]);
}
