using System.Text;
using System.Text.Json;
using Nabij.Algorithms.Routing.Checking;

namespace Nabij.Algorithms.Routing.Formats;

/// <summary>
/// Writes a plan as VROOM's JSON output, with the times as the checker finds them and, for what is left, a
/// <c>reason</c> in
/// words. A route begins as late as its first stop allows.
/// </summary>
public static class VroomWriter
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true };

    /// <summary>The plan in VROOM's format.</summary>
    public static string Write(Problem problem, Plan plan)
    {
        var verdict = PlanChecker.Check(problem, plan);
        var routes = Enumerable
            .Range(0, plan.Routes.Length)
            .Where(v => !plan.Routes[v].IsEmpty)
            .Select(v => new VroomRoute(
                problem,
                v,
                verdict.Routes[v],
                [.. verdict.Violations.Where(x => x.Vehicle == v)]
            ))
            .ToArray();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartObject();
            json.WriteNumber("code", 0);
            WriteSummary(json, routes, verdict, plan.Unserved.Sum(e => problem.Errands[e].IsPair ? 2 : 1));
            WriteUnassigned(json, problem, plan);
            json.WriteStartArray("routes");
            foreach (var route in routes)
                route.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteSummary(Utf8JsonWriter json, VroomRoute[] routes, Verdict verdict, int unassigned)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("cost", verdict.TravelCost);
        json.WriteNumber("routes", routes.Length);
        json.WriteNumber("unassigned", unassigned);
        json.WriteNumber("setup", routes.Sum(r => r.Setup));
        json.WriteNumber("service", routes.Sum(r => r.Service));
        json.WriteNumber("duration", verdict.TravelTime);
        if (routes.All(r => r.Distance != null))
            json.WriteNumber("distance", routes.Sum(r => (long)r.Distance!.Value));
        json.WriteNumber("waiting_time", routes.Sum(r => r.Waiting));
        json.WriteNumber("priority", routes.Sum(r => r.Priority));
        WriteViolations(json, verdict.Violations);
        json.WriteEndObject();
    }

    private static void WriteUnassigned(Utf8JsonWriter json, Problem problem, Plan plan)
    {
        json.WriteStartArray("unassigned");
        foreach (var errand in plan.Unserved)
        {
            var reason = UnservedReasons.InWords(problem, plan, errand);
            var unit = problem.Errands[errand];
            foreach (var stop in unit.IsPair ? new[] { unit.First, unit.Second } : [unit.First])
            {
                json.WriteStartObject();
                json.WriteNumber("id", problem.Stops[stop].Id);
                json.WriteString("type", VroomRoute.TypeOf(problem.Stops[stop].Kind));
                json.WriteNumber("location_index", problem.Stops[stop].Location);
                json.WriteString("reason", reason);
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
    }

    internal static void WriteViolations(Utf8JsonWriter json, IEnumerable<Violation> violations)
    {
        json.WriteStartArray("violations");
        foreach (var violation in violations)
        {
            json.WriteStartObject();
            json.WriteString("cause", VroomRoute.CauseOf(violation.Rule));
            json.WriteString("words", violation.Words);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
