using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Checking;
using Nabij.Algorithms.Routing.Formats;
using Nabij.Algorithms.Routing.Stopping;

namespace Nabij.Algorithms.Tests.Routing;

public sealed class FormatsTests
{
    private const string Solomon = """
        T3

        VEHICLE
        NUMBER     CAPACITY
          2         20

        CUSTOMER
        CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

            0      0         0          0          0       200          0
            1      3         4         10          5       50           10
            2      1         1         10          0       90           10
        """;

    private const string LiLim = "2 20 1\n0 0 0 0 0 200 0 0 0\n1 3 4 5 0 90 10 0 2\n2 1 1 -5 0 90 10 1 0\n";

    [Fact]
    public void Solomons_distances_are_cut_off_after_one_decimal()
    {
        var problem = SolomonReader.Read(Solomon, Convention.Dimacs);
        Assert.Equal("T3", problem.Name);
        Assert.Equal(2, problem.Vehicles.Length);
        Assert.Equal(50, problem.Profiles[0].Durations[1]);
        Assert.Equal(14, problem.Profiles[0].Durations[2]);
        Assert.Equal(new TimeWindow(50, 500), problem.Stops[0].Windows[0]);
        Assert.Equal([10], problem.Errands[1].Delivered);
    }

    [Fact]
    public void Sintefs_distances_are_never_shorter_than_they_are() =>
        Assert.Equal(1415, SolomonReader.Read(Solomon, Convention.Sintef).Profiles[0].Durations[2]);

    [Theory]
    [InlineData("50           10", "x           10", "line 11")]
    [InlineData("    2      1", "    7      1", "line 12")]
    [InlineData("5       50 ", "60       50 ", "line 11")]
    public void A_broken_line_is_named(string good, string bad, string place)
    {
        var refusal = Assert.Throws<MalformedInputException>(() =>
            SolomonReader.Read(Solomon.Replace(good, bad), Convention.Dimacs)
        );
        Assert.Equal(place, refusal.Place);
    }

    [Fact]
    public void Li_and_lims_pairs_are_read()
    {
        var problem = LiLimReader.Read("lt", LiLim, Convention.Dimacs);
        var pair = Assert.Single(problem.Errands);
        Assert.Equal((0, 1, 5), (pair.First, pair.Second, pair.PickedUp[0]));
        Assert.Equal(StopKind.Delivery, problem.Stops[1].Kind);
        Assert.Throws<MalformedInputException>(() =>
            LiLimReader.Read("lt", LiLim.Replace("1 1 -5", "1 1 -4"), Convention.Dimacs)
        );
    }

    private const string HomeCare = """
        {"services": [{"id": "wash"}, {"id": "lift"}],
         "caregivers": [{"id": "Truus", "abilities": ["wash", "lift"]}, {"id": "Ahmed", "abilities": ["lift"]}],
         "patients": [
           {"id": "p1", "time_window": [10, 20],
            "required_caregivers": [{"service": "wash", "duration": 11}, {"service": "lift", "duration": 4.5}],
            "synchronization": {"type": "sequential", "distance": [3, 6]}},
           {"id": "p2", "time_window": [30, 40], "required_caregivers": [{"service": "lift", "duration": 2}]}],
         "distances": [[0, 1.5, 2], [1.5, 0, 2], [2, 2, 0]]}
        """;

    [Fact]
    public void Home_care_is_read_with_its_carers_of_two()
    {
        var problem = HomeCareReader.Read(HomeCare);
        Assert.Equal(new JointVisit(0, 1, 3000, 6000), Assert.Single(problem.Together));
        Assert.Equal(1500, problem.Profiles[0].Durations[1]);
        Assert.Equal(4500, problem.Stops[1].Service);
        Assert.Equal([0, 1], problem.Vehicles[0].Skills);
        var verdict = PlanChecker.Check(problem, Planner.Solve(problem, new MaxIterations(200)));
        Assert.Empty(verdict.Violations);
        Assert.Equal((0, 0L), (verdict.Unserved, verdict.Lateness));
    }

    [Theory]
    [InlineData("\"duration\": 11", "\"duration\": -1", "patients[0].required_caregivers[0].duration")]
    [InlineData("[30, 40]", "[50, 40]", "patients[1].time_window")]
    [InlineData("[3, 6]", "[7, 6]", "patients[0].synchronization.distance")]
    [InlineData("[\"lift\"]", "[\"fly\"]", "caregivers[1].abilities[0]")]
    [InlineData("[1.5, 0, 2]", "[1.5, 0]", "distances")]
    public void Nonsense_about_home_care_is_refused_with_its_place(string good, string bad, string place) =>
        Assert.Equal(
            place,
            Assert.Throws<MalformedInputException>(() => HomeCareReader.Read(HomeCare.Replace(good, bad))).Place
        );

    [Theory]
    [InlineData("10_2", 246627)]
    [InlineData("10_3", 305858)]
    [InlineData("10_6", 200099)]
    [InlineData("25_3", 399089)]
    public void Home_care_costs_no_more_than_the_best_known(string name, long thousandths)
    {
        var file = Data.File($"routing/hhcrsp/mankowska/InstanzCPLEX_HCSRP_{name}.json");
        var problem = InstanceFile.Read(file, Convention.Dimacs);
        var verdict = PlanChecker.Check(problem, Planner.Solve(problem, new MaxIterations(20_000)));
        Assert.Empty(verdict.Violations);
        Assert.Equal(0, verdict.Unserved);
        var latest = verdict
            .Routes.SelectMany(r => r.Visits)
            .Max(v => Math.Max(0, v.Start - problem.Stops[v.Step.Index].Windows[0].Until));
        Assert.InRange((verdict.TravelCost + verdict.Lateness + latest) / 3, 0, thousandths);
    }

    [Theory]
    [InlineData("solomon/C101.txt", 8273)]
    [InlineData("solomon/R101.txt", 16377)]
    public void A_benchmark_instance_is_solved_to_its_optimum(string file, long optimum)
    {
        var problem = InstanceFile.Read(Data.File("routing/" + file), Convention.Dimacs);
        var plan = Planner.Solve(problem, new MaxIterations(1200));
        var verdict = PlanChecker.Check(problem, plan);
        Assert.Empty(verdict.Violations);
        Assert.InRange(verdict.TravelCost, optimum, optimum + (optimum / 200));
    }
}
