using System.Collections.Immutable;

namespace Nabij.Algorithms.Districting;

/// <summary>What moving places by hand does to the two circles.</summary>
/// <param name="FromBefore">The circle they leave, as it was.</param>
/// <param name="FromAfter">And as it becomes.</param>
/// <param name="ToBefore">The circle they enter, as it was.</param>
/// <param name="ToAfter">And as it becomes.</param>
/// <param name="StayConnected">Whether both still hang together.</param>
public sealed record CircleEffect(
    Circle FromBefore,
    Circle FromAfter,
    Circle ToBefore,
    Circle ToAfter,
    bool StayConnected
);

/// <summary>A plan under a person's hands: move a place or a street, and see sizes and distances at once.</summary>
/// <remarks>A person may also break a rule; the effect says so, and so does <see cref="CircleChecker"/>.</remarks>
public sealed class CircleDraft
{
    private readonly Layout _layout;

    /// <param name="problem">What is divided.</param>
    /// <param name="circleOf">The division to start from.</param>
    public CircleDraft(CircleProblem problem, ImmutableArray<int> circleOf)
    {
        ArgumentNullException.ThrowIfNull(problem);
        CircleProblem.MustBeWhole(problem);
        if (circleOf.Length != problem.Places.Length || circleOf.Any(circle => circle < 0))
            throw new ArgumentException("Every place has a circle.", nameof(circleOf));
        _layout = new Layout(problem, Math.Max(problem.Circles, circleOf.DefaultIfEmpty().Max() + 1));
        _layout.Take(circleOf.AsSpan());
    }

    /// <summary>The plan as it stands.</summary>
    public CirclePlan Plan => CircleSolver.Plan(_layout, 0, 0);

    /// <summary>The circle a place is in now.</summary>
    public int CircleOf(int place) => _layout.CircleOf[place];

    /// <summary>Moves places of one circle to another.</summary>
    /// <exception cref="ArgumentException">The places are none, or not all of one circle.</exception>
    public CircleEffect Move(ImmutableArray<int> places, int to)
    {
        if (places.IsEmpty || places.Any(place => CircleOf(place) != CircleOf(places[0])))
            throw new ArgumentException("Places of one circle are moved together.", nameof(places));
        var from = CircleOf(places[0]);
        var (fromBefore, toBefore) = (_layout.Figures(from), _layout.Figures(to));
        foreach (var place in places)
            _layout.Move(place, to);
        _layout.Recentre(from);
        _layout.Recentre(to);
        return new CircleEffect(
            fromBefore,
            _layout.Figures(from),
            toBefore,
            _layout.Figures(to),
            _layout.IsConnected(from) && _layout.IsConnected(to)
        );
    }

    /// <summary>What <see cref="Move"/> would do, without doing it.</summary>
    public CircleEffect Preview(ImmutableArray<int> places, int to)
    {
        var from = places.IsEmpty ? to : CircleOf(places[0]);
        var effect = Move(places, to);
        Move(places, from);
        return effect;
    }
}
