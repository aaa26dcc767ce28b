using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Domain.Proposals;

/// <summary>
/// A front door in a proposal, as it stood when the proposal was made, and the circle that it would come into. In a sketch it is a
/// point within the borders of a buurt. Who lives there is not written down.
/// </summary>
public sealed class ProposedPlace
{
    public const int MaxStreetLength = 80;
    public const int MaxHouseLength = 20;
    public const int MaxBuurtLength = 10;

    public CircleProposalId Proposal { get; init; }

    /// <summary>From nought: where it stands in the plan.</summary>
    public int Number { get; init; }
    public AddressId? Address { get; init; }
    public string Street { get; init; } = "";

    /// <summary>'12a'</summary>
    public string House { get; init; } = "";
    public string Buurt { get; init; } = "";
    public double Longitude { get; init; }
    public double Latitude { get; init; }
    public int Circle { get; set; }

    public GeoPoint At => new(Longitude, Latitude);

    /// <summary>'Lindelaan 12a'</summary>
    public string FrontDoor => $"{Street} {House}".Trim();
}

/// <summary>A circle of a proposal. Without places it is not shown any more.</summary>
public sealed class ProposedCircle
{
    public CircleProposalId Proposal { get; init; }
    public int Number { get; init; }

    /// <summary>The circle that there is, which this one is the continuation of.</summary>
    public CircleId? Continues { get; init; }

    /// <summary>The name of that circle; empty for a new one, which is named after its streets.</summary>
    public string Name { get; init; } = "";

    /// <summary>The circle that it became.</summary>
    public CircleId? Became { get; set; }
}

/// <summary>Front doors that somebody moved from one proposed circle to another; the last one can be taken back.</summary>
public sealed class HandMove
{
    public CircleProposalId Proposal { get; init; }
    public int Sequence { get; init; }
    public int From { get; init; }
    public int To { get; init; }

    /// <summary>The numbers of the places: '12,13,40'.</summary>
    public string Places { get; init; } = "";
    public PersonId By { get; init; }
    public Instant At { get; init; }

    public IReadOnlyList<int> Numbers => [.. Places.Split(',').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

    public static string Written(IEnumerable<int> numbers) => string.Join(',', numbers);
}
