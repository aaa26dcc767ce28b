using System.Globalization;
using System.Text;
using Nabij.Algorithms.Districting;

namespace Nabij.Benchmarks.Districting;

/// <summary>A small SVG: per circle a web of links from the middle outward, and a dot on the middle.</summary>
internal static class CirclePicture
{
    private const double Width = 480;

    public static string Draw(CircleProblem problem, CirclePlan plan)
    {
        var (left, right) = (problem.Places.Min(place => place.At.X), problem.Places.Max(place => place.At.X));
        var (bottom, top) = (problem.Places.Min(place => place.At.Y), problem.Places.Max(place => place.At.Y));
        var scale = Width / Math.Max(1, right - left);
        var height = (top - bottom) * scale;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-6 -6 {Width + 12:0} {height + 12:0}\">"
        );
        svg.Append("<style>path{fill:none;stroke-width:2.6;stroke-linecap:round}circle{stroke:#fff}</style>");
        for (var circle = 0; circle < plan.Circles.Length; circle++)
            Append(svg, circle);
        return svg.Append("</svg>\n").ToString();

        void Append(StringBuilder target, int circle)
        {
            // The golden angle keeps neighbours in number apart in colour.
            var colour = string.Create(
                CultureInfo.InvariantCulture,
                $"hsl({circle * 137.5 % 360:0},65%,{42 + (circle % 3 * 9)}%)"
            );
            var middle = plan.Circles[circle].Middle;
            target.Append(CultureInfo.InvariantCulture, $"\n<path stroke=\"{colour}\" d=\"");
            foreach (var (one, other) in Web(problem, plan, middle))
                target.Append(CultureInfo.InvariantCulture, $"M{At(one)}L{At(other)}");
            target.Append(
                CultureInfo.InvariantCulture,
                $"\"/><circle fill=\"{colour}\" r=\"4\" transform=\"translate({At(middle)})\"/>"
            );
        }

        string At(int place) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(problem.Places[place].At.X - left) * scale:0} {(top - problem.Places[place].At.Y) * scale:0}"
            );
    }

    private static IEnumerable<(int One, int Other)> Web(CircleProblem problem, CirclePlan plan, int middle)
    {
        var (seen, open) = (new HashSet<int> { middle }, new Queue<int>([middle]));
        while (open.TryDequeue(out var place))
            foreach (var next in problem.Walks.Of(place).ToArray())
                if (plan.CircleOf[next] == plan.CircleOf[middle] && seen.Add(next))
                {
                    open.Enqueue(next);
                    yield return (place, next);
                }
    }
}
