using System.Collections.Immutable;
using System.Text.Json;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Tests.Routing;

public sealed class VroomFormatTests
{
    /// <summary>
    /// Truus rides to mevrouw De Wit with soup and to meneer Bakker for a lamp, for which she cannot climb.
    /// </summary>
    private const string Morning = """
        {
          "vehicles": [
            {"id": 1, "profile": "bike", "start_index": 0, "end_index": 0, "capacity": [2], "skills": [4],
             "time_window": [0, 7200], "speed_factor": 2,
              "breaks": [{"id": 9, "service": 600, "time_windows": [[1800, 3600]]}]}
          ],
          "jobs": [
            {"id": 20, "location_index": 2, "service": 900, "setup": 60, "priority": 10, "skills": [5]},
            {"id": 21, "location_index": 1, "service": 300, "delivery": [1], "time_windows": [[0, 600], [4000, 5000]]}
          ],
          "shipments": [
            {"amount": [1], "priority": 50,
             "pickup": {"id": 30, "location_index": 0, "service": 60, "time_windows": [[600, 1200]]},
             "delivery": {"id": 31, "location_index": 2, "service": 120, "time_windows": [[900, 3000]]}}
          ],
          "matrices": {"bike": {"durations": [[0, 400, 800], [400, 0, 600], [800, 600, 0]]}}
        }
        """;

    [Fact]
    public void A_morning_is_read_as_it_was_meant()
    {
        var problem = VroomReader.Read(Morning);
        Assert.Equal(3, problem.Errands.Length);
        Assert.Equal(200, problem.Profiles[0].Durations[1]);
        Assert.Equal((2, 3), (problem.Errands[2].First, problem.Errands[2].Second));
        Assert.Equal(2, problem.Stops[1].Windows.Length);
        Assert.Equal(600, problem.Vehicles[0].Breaks[0].Service);
    }

    [Fact]
    public void What_is_written_adds_up_from_step_to_step()
    {
        var problem = VroomReader.Read(Morning);
        AssertAddsUp(VroomWriter.Write(problem, Planner.Solve(problem, new MaxIterations(200))));
    }

    [Fact]
    public void What_stays_undone_says_why_in_words()
    {
        var problem = VroomReader.Read(Morning);
        using var written = JsonDocument.Parse(
            VroomWriter.Write(problem, Planner.Solve(problem, new MaxIterations(200)))
        );
        var left = Assert.Single(written.RootElement.GetProperty("unassigned").EnumerateArray());
        Assert.Equal(20, left.GetProperty("id").GetInt64());
        Assert.Equal("lacks a skill (1)", left.GetProperty("reason").GetString());
    }

    [Fact]
    public void A_full_bag_is_the_reason_when_it_is()
    {
        var problem = VroomReader.Read(
            Morning.Replace("\"capacity\": [2]", "\"capacity\": [0]", StringComparison.Ordinal)
        );
        var plan = Planner.Solve(problem, new MaxIterations(50));
        Assert.Contains(1, plan.Unserved);
        Assert.Equal(Rule.Capacity, Assert.Single(UnservedReasons.Of(problem, plan, 1)).Rule);
    }

    [Theory]
    [InlineData("\"service\": 900", "\"service\": -900", "jobs[0].service")]
    [InlineData("\"service\": 900", "\"service\": \"long\"", "jobs[0].service")]
    [InlineData("[0, 600], [4000, 5000]", "[4000, 5000], [0, 600]", "jobs[1].time_windows")]
    [InlineData("[0, 600], [4000, 5000]", "[600, 0]", "jobs[1].time_windows[0]")]
    [InlineData("\"id\": 21,", "\"id\": 20,", "jobs[1].id")]
    [InlineData("\"location_index\": 1,", "\"location_index\": 7,", "jobs[1].location_index")]
    [InlineData("\"location_index\": 1,", "", "jobs[1]")]
    [InlineData("\"priority\": 50", "\"priority\": 500", "shipments[0].priority")]
    [InlineData("\"profile\": \"bike\"", "\"profile\": \"boat\"", "vehicles[0]")]
    [InlineData("\"speed_factor\": 2", "\"speed_factor\": 0", "vehicles[0].speed_factor")]
    [InlineData("[400, 0, 600]", "[400, 0]", "matrices.bike.durations[1]")]
    [InlineData("[400, 0, 600]", "[400, 0, 0.5]", "matrices.bike.durations[1][2]")]
    [InlineData("\"capacity\": [2]", "\"capacity\": [1, 1, 1, 1, 1]", "vehicles[0].capacity")]
    [InlineData("\"start_index\": 0", "\"start\": [5.1, 52.0]", "vehicles[0].start")]
    [InlineData("\"pickup\": {", "\"pick\": {", "shipments[0]")]
    [InlineData("\"capacity\": [2]", "\"max_distance\": 9000", "vehicles[0].max_distance")]
    [InlineData("\"service\": 600", "\"max_load\": [\"half\"]", "vehicles[0].breaks[0].max_load[0]")]
    public void Nonsense_is_refused_with_its_place(string good, string bad, string place)
    {
        Assert.Contains(good, Morning, StringComparison.Ordinal);
        var refusal = Assert.Throws<MalformedInputException>(() =>
            VroomReader.Read(Morning.Replace(good, bad, StringComparison.Ordinal))
        );
        Assert.Equal(place, refusal.Place);
    }

    [Fact]
    public void What_is_no_json_is_refused_with_its_line() =>
        Assert.StartsWith(
            "line 2,",
            Assert.Throws<MalformedInputException>(() => VroomReader.Read("{\n  vehicles")).Place,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("rich_n20_s1")]
    [InlineData("rich_n20_s2")]
    [InlineData("rich_n50_s1")]
    [InlineData("rich_n50_s2")]
    [InlineData("rich_n100_s1")]
    [InlineData("rich_n100_s2")]
    [InlineData("rich_n200_s1")]
    [InlineData("rich_n200_s2")]
    [InlineData("rich_n400_s1")]
    [InlineData("rich_n400_s2")]
    public void A_concierges_day_in_vrooms_format_is_planned_and_written(string name)
    {
        var problem = InstanceFile.Read(Data.File($"routing/rich/{name}.json"), Convention.Dimacs);
        AssertWrittenWell(problem, Planner.Solve(problem, new MaxIterations(50)));
    }

    [Fact]
    public void Any_day_in_a_small_town_is_written_as_it_was_planned()
    {
        foreach (var rules in Enum.GetValues<RandomDays.Rules>().Where(r => r != RandomDays.Rules.OwnStartAndEnd))
        {
            for (var seed = 0; seed < 5; seed++)
            {
                var problem = new RandomDays(seed).Rich(rules);
                AssertWrittenWell(problem, Planner.Solve(problem, new MaxIterations(60)));
            }
        }
    }

    [Theory]
    [InlineData("\"code\": 0", "\"code\": 1")]
    [InlineData("\"type\": \"job\"", "\"type\": \"visit\"")]
    [InlineData("\"vehicle\": 1", "\"vehicle\": -1")]
    [InlineData("\"vehicle\": 1", "\"vehicle\": \"Truus\"")]
    [InlineData("\"reason\":", "\"why\":")]
    public void The_schema_refuses_what_is_not_vrooms(string good, string bad)
    {
        var problem = VroomReader.Read(Morning);
        var written = VroomWriter.Write(problem, Planner.Solve(problem, new MaxIterations(200)));
        Assert.Contains(good, written, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Complaints(written.Replace(good, bad, StringComparison.Ordinal)));
    }

    private static JsonSchema Schema =>
        JsonSchema.FromFile(Path.Combine(AppContext.BaseDirectory, "Routing", "vroom-output.schema.json"));

    /// <summary>It keeps the schema, adds up, and read back it is the same plan to the checker.</summary>
    private static void AssertWrittenWell(Problem problem, Plan plan)
    {
        var written = VroomWriter.Write(problem, plan);
        Assert.Empty(Schema.Complaints(written));
        AssertAddsUp(written);
        var (before, after) = (PlanChecker.Check(problem, plan), PlanChecker.Check(problem, ReadBack(problem, written)));
        Assert.Empty(before.Violations);
        Assert.Empty(after.Violations);
        Assert.Equal(
            (before.TravelCost, before.TravelTime, before.PriorityLost, before.Lateness, before.Unserved),
            (after.TravelCost, after.TravelTime, after.PriorityLost, after.Lateness, after.Unserved)
        );
    }

    /// <summary>The plan that VROOM's output tells of, from its words alone.</summary>
    private static Plan ReadBack(Problem problem, string written)
    {
        using var document = JsonDocument.Parse(written);
        var root = document.RootElement;
        var routes = problem.Vehicles.Select(_ => ImmutableArray<PlanStep>.Empty).ToArray();
        foreach (var route in root.GetProperty("routes").EnumerateArray())
        {
            var vehicle = problem.Vehicles.Single(v => v.Id == route.GetProperty("vehicle").GetInt64());
            routes[problem.Vehicles.IndexOf(vehicle)] =
            [
                .. route
                    .GetProperty("steps")
                    .EnumerateArray()
                    .Where(s => s.GetProperty("type").GetString() is not ("start" or "end"))
                    .Select(s => StepOf(problem, vehicle, s)),
            ];
        }
        var left = root.GetProperty("unassigned").EnumerateArray().Select(s => StopOf(problem, s)).ToHashSet();
        return new Plan(
            [.. routes],
            [.. Enumerable.Range(0, problem.Errands.Length).Where(e => left.Contains(problem.Errands[e].First))]
        );
    }

    private static PlanStep StepOf(Problem problem, Vehicle vehicle, JsonElement step)
    {
        var start = step.GetProperty("arrival").GetInt32() + step.GetProperty("waiting_time").GetInt32();
        return step.GetProperty("type").GetString() == "break"
            ? PlanStep.AtBreak(
                vehicle.Breaks.IndexOf(vehicle.Breaks.Single(b => b.Id == step.GetProperty("id").GetInt64()))
            )
            : PlanStep.AtStop(StopOf(problem, step)) with
            {
                NotBefore = start,
            };
    }

    private static int StopOf(Problem problem, JsonElement step)
    {
        var (kind, id) = (step.GetProperty("type").GetString(), step.GetProperty("id").GetInt64());
        return problem.Stops.IndexOf(
            problem.Stops.Single(s => s.Id == id && s.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
        );
    }

    /// <summary>VROOM's own promise: a step's arrival is the one before it, its work done, and the ride.</summary>
    private static void AssertAddsUp(string output)
    {
        using var written = JsonDocument.Parse(output);
        var root = written.RootElement;
        Assert.Equal(0, root.GetProperty("code").GetInt32());
        var summary = root.GetProperty("summary");
        Assert.Equal(root.GetProperty("unassigned").GetArrayLength(), summary.GetProperty("unassigned").GetInt32());
        var routes = root.GetProperty("routes").EnumerateArray().ToArray();
        Assert.Equal(routes.Length, summary.GetProperty("routes").GetInt32());
        foreach (var total in new[] { "cost", "duration", "service", "setup", "waiting_time", "priority" })
            Assert.Equal(routes.Sum(r => r.GetProperty(total).GetInt64()), summary.GetProperty(total).GetInt64());
        foreach (var route in routes)
            AssertRouteAddsUp(route);
    }

    private static void AssertRouteAddsUp(JsonElement route)
    {
        var steps = route.GetProperty("steps").EnumerateArray().ToArray();
        Assert.Equal(
            ("start", "end"),
            (steps[0].GetProperty("type").GetString(), steps[^1].GetProperty("type").GetString())
        );
        long Value(JsonElement step, string name) => step.GetProperty(name).GetInt64();
        long Work(JsonElement step) => Value(step, "setup") + Value(step, "service") + Value(step, "waiting_time");
        Assert.Equal(
            Value(steps[^1], "arrival") - Value(steps[0], "arrival"),
            Value(steps[^1], "duration")
                + Value(route, "setup")
                + Value(route, "service")
                + Value(route, "waiting_time")
        );
        for (var i = 1; i < steps.Length; i++)
        {
            var ridden = Value(steps[i], "duration") - Value(steps[i - 1], "duration");
            var earliest =
                Value(steps[i - 1], "arrival") + Value(steps[i - 1], "setup") + Value(steps[i - 1], "service");
            Assert.True(Value(steps[i], "arrival") >= earliest);
            var afterBreak = steps[i - 1].GetProperty("type").ValueEquals("break");
            if (!afterBreak)
                Assert.Equal(Value(steps[i - 1], "arrival") + Work(steps[i - 1]) + ridden, Value(steps[i], "arrival"));
        }
    }
}
