using System.Globalization;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Formats;

namespace Nabij.Benchmarks.Routing;

/// <summary>Writes plans: VROOM's JSON for its instances, the DIMACS challenge's text for the others.</summary>
internal static class Solutions
{
    public static void Write(string folder, Problem problem, Plan plan, bool isVroom, double cost)
    {
        Directory.CreateDirectory(folder);
        if (isVroom)
        {
            File.WriteAllText(Path.Combine(folder, problem.Name + ".solution.json"), VroomWriter.Write(problem, plan));
            return;
        }
        using var text = new StreamWriter(Path.Combine(folder, problem.Name + ".sol"));
        var number = 0;
        foreach (var route in plan.Routes.Where(r => !r.IsEmpty))
            text.WriteLine($"Route #{++number}: {string.Join(' ', route.Select(s => problem.Stops[s.Index].Id))}");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cost {cost}"));
    }
}
