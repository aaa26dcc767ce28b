using System.Globalization;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;

namespace Nabij.Benchmarks.Routing;

/// <summary>Writes plans: VROOM's JSON for its instances, the DIMACS challenge's text for the others.</summary>
internal static class Solutions
{
    public static void Write(string folder, Problem problem, Plan plan, Yardstick yardstick)
    {
        Directory.CreateDirectory(folder);
        if (yardstick.Format is InstanceFormat.Vroom or InstanceFormat.HomeCare)
        {
            File.WriteAllText(Path.Combine(folder, problem.Name + ".solution.json"), VroomWriter.Write(problem, plan));
            return;
        }
        using var text = new StreamWriter(Path.Combine(folder, problem.Name + ".sol"));
        var number = 0;
        foreach (var route in plan.Routes.Where(r => !r.IsEmpty))
            text.WriteLine($"Route #{++number}: {string.Join(' ', route.Select(s => problem.Stops[s.Index].Id))}");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Cost {yardstick.Cost(PlanChecker.Check(problem, plan))}"));
    }
}
