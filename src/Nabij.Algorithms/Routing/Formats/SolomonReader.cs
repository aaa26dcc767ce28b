namespace Nabij.Algorithms.Routing.Formats;

/// <summary>Reads the text files of Solomon (1987) and of Gehring and Homberger (1999).</summary>
public static class SolomonReader
{
    private const int Columns = 7;

    /// <exception cref="MalformedInputException">The text is not such a file.</exception>
    public static Problem Read(string text, Convention convention)
    {
        var lines = new NumberLines(text);
        var name = lines.NextLine().ToUpperInvariant();
        lines.SkipPast("NUMBER");
        var fleet = PlaneInstance.ReadFleet(lines);
        lines.SkipPast("CUST ");
        var rows = PlaneInstance.ReadRows(lines, Columns, atLeast: 2);
        if (rows.FirstOrDefault(r => r[PlaneInstance.Demand] < 0) is { } wrong)
            throw new MalformedInputException($"customer {wrong[0]}", "a demand below 0");
        return new PlaneInstance(name, fleet[0], fleet[1], rows).ToProblem(
            convention,
            _ => StopKind.Job,
            rows.Skip(1).Select((r, index) => new Errand { First = index, Delivered = [r[PlaneInstance.Demand]] })
        );
    }
}
