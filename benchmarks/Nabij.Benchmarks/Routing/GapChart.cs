using System.Globalization;
using System.Text;

namespace Nabij.Benchmarks.Routing;

/// <summary><c>routing-chart TRACE OUT.svg</c>: the mean gap over time, a line per set of instances, from <c>routing --trace</c>.</summary>
internal static class GapChart
{
    private const double Left = 60;
    private const double Top = 20;
    private const double Width = 600;
    private const double Height = 300;
    private const double Earliest = 0.1;
    private static readonly double[] Gaps = [0.01, 0.1, 1, 10];
    private static readonly string[] Colours = ["#154273", "#a90061", "#39870c", "#e17000"];

    public static int Run(string[] words)
    {
        var latest = 0.0;
        var sets = new List<(string Name, Dictionary<string, List<(double Time, double Gap)>> Runs)>();
        foreach (var file in words[..^1])
        {
            var runs = Read(file);
            latest = Math.Max(latest, runs.Values.SelectMany(r => r).Max(p => p.Time));
            sets.Add(($"{Path.GetFileNameWithoutExtension(file)} ({runs.Count} instances)", runs));
        }
        File.WriteAllText(words[^1], Draw(sets, Math.Ceiling(latest)));
        return 0;
    }

    private static Dictionary<string, List<(double Time, double Gap)>> Read(string file)
    {
        var runs = new Dictionary<string, List<(double, double)>>(StringComparer.Ordinal);
        foreach (var row in File.ReadLines(file).Skip(1).Select(line => line.Split(',')))
        {
            if (!runs.TryGetValue(row[0], out var run))
                runs[row[0]] = run = [];
            run.Add((double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture)));
        }
        return runs;
    }

    private static string Draw(List<(string Name, Dictionary<string, List<(double Time, double Gap)>> Runs)> sets, double latest)
    {
        var svg = new StringBuilder();
        svg.AppendLine("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 370" font-family="sans-serif" font-size="12">""");
        svg.AppendLine("""<title>Mean gap to the best known cost over processor time</title><rect width="680" height="370" fill="#fff"/>""");
        foreach (var gap in Gaps)
            svg.AppendLine(Text($"""<line x1="{Left}" x2="{Left + Width}" y1="{Y(gap):0.0}" y2="{Y(gap):0.0}" stroke="#ddd"/><text x="{Left - 6}" y="{Y(gap) + 4:0.0}" text-anchor="end">{gap} %</text>"""));
        for (var time = Earliest; time <= latest; time *= time is 0.1 or 1 or 10 ? 3 : 10.0 / 3)
            svg.AppendLine(Text($"""<line x1="{X(time, latest):0.0}" x2="{X(time, latest):0.0}" y1="{Top}" y2="{Top + Height}" stroke="#eee"/><text x="{X(time, latest):0.0}" y="{Top + Height + 16}" text-anchor="middle">{Math.Round(time, 1)} s</text>"""));
        for (var s = 0; s < sets.Count; s++)
        {
            var points = Enumerable.Range(0, 121).Select(i => Earliest * Math.Pow(latest / Earliest, i / 120.0))
                .Select(time => (Time: time, Gap: MeanAt(sets[s].Runs, time)))
                .Where(p => p.Gap is not null)
                .Select(p => Text($"{X(p.Time, latest):0.0},{Y(p.Gap!.Value):0.0}"));
            svg.AppendLine($"""<polyline fill="none" stroke-width="2.5" stroke="{Colours[s % Colours.Length]}" points="{string.Join(' ', points)}"/>""");
            svg.AppendLine(Text($"""<text x="{Left + Width - 4}" y="{Top + 16 + (18 * s)}" text-anchor="end" fill="{Colours[s % Colours.Length]}">{sets[s].Name}</text>"""));
        }
        return svg.AppendLine("</svg>").ToString();
    }

    /// <summary>Null until every instance of the set has a plan.</summary>
    private static double? MeanAt(Dictionary<string, List<(double Time, double Gap)>> runs, double time)
    {
        var gaps = runs.Values.Select(run => run.Where(p => p.Time <= time).Select(p => (double?)p.Gap).LastOrDefault()).ToArray();
        return gaps.All(g => g != null) ? gaps.Average() : null;
    }

    private static double X(double time, double latest) => Left + (Width * Math.Log(time / Earliest) / Math.Log(latest / Earliest));

    private static double Y(double gap)
    {
        var (low, high) = (Math.Log(Gaps[0]), Math.Log(Gaps[^1] * 3));
        return Top + (Height * (1 - ((Math.Log(Math.Clamp(gap, Gaps[0], Gaps[^1] * 3)) - low) / (high - low))));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
