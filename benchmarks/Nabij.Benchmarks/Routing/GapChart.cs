using System.Globalization;
using System.Text;

namespace Nabij.Benchmarks.Routing;

/// <summary>
/// <c>routing-chart TRACE OUT.svg</c>: the mean gap over time, a line per set of instances, from <c>routing
/// --trace</c>.
/// </summary>
internal static class GapChart
{
    private const double Left = 60;
    private const double Top = 20;
    private const double Width = 600;
    private const double Height = 300;
    private const double Earliest = 0.1;
    private static readonly double[] Gaps = [0.01, 0.1, 1, 10];
    private static readonly double[] Times = [0.1, 0.3, 1, 3, 10, 30];
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
            run.Add(
                (double.Parse(row[1], CultureInfo.InvariantCulture), double.Parse(row[2], CultureInfo.InvariantCulture))
            );
        }
        return runs;
    }

    private static string Draw(
        List<(string Name, Dictionary<string, List<(double Time, double Gap)>> Runs)> sets,
        double latest
    )
    {
        var svg = new StringBuilder();
        svg.AppendLine(
            """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 370" font-family="sans-serif" font-size="12">"""
        );
        svg.AppendLine(
            """<title>Mean gap to the best known cost over time</title><rect width="680" height="370" fill="#fff"/>"""
        );
        foreach (var gap in Gaps)
        {
            svg.AppendLine(Line(Left, Y(gap), Left + Width, Y(gap)));
            svg.AppendLine(
                Label(Left - 6, Y(gap) + 4, "end", "#333", $"{gap.ToString(CultureInfo.InvariantCulture)} %")
            );
        }
        foreach (var time in Times.Where(t => t <= latest))
        {
            svg.AppendLine(Line(X(time, latest), Top, X(time, latest), Top + Height));
            var words = $"{time.ToString(CultureInfo.InvariantCulture)} s";
            svg.AppendLine(Label(X(time, latest), Top + Height + 16, "middle", "#333", words));
        }
        for (var s = 0; s < sets.Count; s++)
        {
            var points = Enumerable
                .Range(0, 121)
                .Select(i => Earliest * Math.Pow(latest / Earliest, i / 120.0))
                .Select(time => (Time: time, Gap: MeanAt(sets[s].Runs, time)))
                .Where(p => p.Gap is not null)
                .Select(p => Text($"{X(p.Time, latest):0.0},{Y(p.Gap!.Value):0.0}"));
            var colour = Colours[s % Colours.Length];
            svg.Append($"<polyline fill=\"none\" stroke-width=\"2.5\" stroke=\"{colour}\" ");
            svg.AppendLine($"points=\"{string.Join(' ', points)}\"/>");
            svg.AppendLine(Label(Left + Width - 4, Top + 16 + (18 * s), "end", colour, sets[s].Name));
        }
        return svg.AppendLine("</svg>").ToString();
    }

    /// <summary>Null until every instance of the set has a plan.</summary>
    private static double? MeanAt(Dictionary<string, List<(double Time, double Gap)>> runs, double time)
    {
        var gaps = runs
            .Values.Select(run => run.Where(p => p.Time <= time).Select(p => (double?)p.Gap).LastOrDefault())
            .ToArray();
        return gaps.All(g => g != null) ? gaps.Average() : null;
    }

    private static double X(double time, double latest) =>
        Left + (Width * Math.Log(time / Earliest) / Math.Log(latest / Earliest));

    private static double Y(double gap)
    {
        var (low, high) = (Math.Log(Gaps[0]), Math.Log(Gaps[^1] * 3));
        return Top + (Height * (1 - ((Math.Log(Math.Clamp(gap, Gaps[0], Gaps[^1] * 3)) - low) / (high - low))));
    }

    private static string Line(double x1, double y1, double x2, double y2) =>
        Text($"<line x1=\"{x1:0.0}\" y1=\"{y1:0.0}\" x2=\"{x2:0.0}\" y2=\"{y2:0.0}\" stroke=\"#ddd\"/>");

    private static string Label(double x, double y, string anchor, string colour, string words) =>
        Text($"<text x=\"{x:0.0}\" y=\"{y:0.0}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{words}</text>");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
