using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Importing;

/// <summary>What a file would bring, seen before it is read.</summary>
public sealed record Preview(int Addresses, int Faults, IReadOnlyList<ReadAddress> First, IReadOnlyList<AddressLine> Wrong)
{
    private const int Shown = 8;
    private const int WrongShown = 100;

    public static Preview Of(AddressUpload upload)
    {
        var (addresses, faults) = (0, 0);
        var (first, wrong) = (new List<ReadAddress>(), new List<AddressLine>());
        foreach (var line in AddressCsv.Read(new StringReader(upload.Content)))
        {
            if (line.Address is { } address)
            {
                addresses++;
                if (first.Count < Shown)
                    first.Add(address);
                continue;
            }
            faults++;
            if (wrong.Count < WrongShown)
                wrong.Add(line);
        }
        return new(addresses, faults, first, wrong);
    }
}
