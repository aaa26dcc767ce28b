using Nabij.Kernel;

namespace Nabij.Modules.Places.Domain;

/// <summary>A front door that the community knows. Its street is a <see cref="Domain.Street"/>.</summary>
public sealed class KnownAddress(StreetId street, int number, string addition)
{
    public const int MaxAdditionLength = 12;
    public const int PostalCodeLength = 7;
    public const int MaxBuurtCodeLength = 10;

    public AddressId Id { get; private init; } = AddressId.New();
    public StreetId Street { get; private init; } = street;
    public int Number { get; private init; } = number;

    /// <summary>What comes after the number: 'a', '-2', ' bis'; mostly nothing.</summary>
    public string Addition { get; private init; } = addition;

    /// <summary>'1611 AB'</summary>
    public string PostalCode { get; private set; } = "";

    /// <summary>Of the buurt around it; empty where no border is known.</summary>
    public string BuurtCode { get; private set; } = "";
    public double Longitude { get; private set; }
    public double Latitude { get; private set; }

    /// <summary>Puts it on the map. False if it stood just so already.</summary>
    public bool Lies(string postalCode, string buurtCode, GeoPoint at)
    {
        var asBefore = (PostalCode, BuurtCode, Longitude, Latitude) == (postalCode, buurtCode, at.Longitude, at.Latitude);
        (PostalCode, BuurtCode, Longitude, Latitude) = (postalCode, buurtCode, at.Longitude, at.Latitude);
        return !asBefore;
    }
}
