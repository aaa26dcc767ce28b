using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain.Proposals;
using Nabij.Modules.Circles.Proposing;
using Nabij.Modules.Circles.Proposing.Computing;
using Nabij.Modules.Circles.Proposing.Starting;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Places.Contracts;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Proposing;

/// <summary>
/// Two buurten side by side, West and Oost, each with six streets of ten front doors and 109 residents of 65 and over, which makes 48 of 75
/// and over: four circles each. Joke runs the desk, Anja does when she is away, Riet lives at Lindelaan 3.
/// </summary>
internal sealed class ProposedTown : IAsyncDisposable
{
    public const string West = "BU05320001";
    public const string Oost = "BU05320002";
    public static readonly string[] WestStreets = ["Lindelaan", "Esdoornhof", "Beukenlaan", "Kersenstraat", "Haverplein", "Wilgenpad"];
    public static readonly string[] OostStreets = ["Merelweg", "Lijsterhof", "Spreeuwlaan", "Vinkenpad", "Mezenstraat", "Duifplein"];

    private const int Doors = 10;
    private const double South = 52.6900;
    private const double WestEdge = 5.2400;
    private const double OostEdge = 5.2425;
    private const double BetweenStreets = 0.00036;
    private const double BetweenDoors = 0.00018;
    private const double High = 0.0025;
    private const int Aged65Plus = 109;

    private ProposedTown(TestApp app) => App = app;

    public TestApp App { get; }
    public PersonId Joke { get; private set; }
    public PersonId Anja { get; private set; }
    public PersonId Riet { get; private set; }

    public static async Task<ProposedTown> BuildAsync(bool withFrontDoors = true, bool withFigures = true)
    {
        var town = new ProposedTown(await TestApp.StartAsync());
        if (withFigures)
            await town.AddBuurtenAsync();
        if (withFrontDoors)
            await town.App.ImportAsync([Streets.Header, .. Lines(WestStreets, WestEdge), .. Lines(OostStreets, OostEdge)]);
        (town.Joke, town.Anja) = ((await town.App.AddPersonAsync("Joke", "Mulder")).Id, (await town.App.AddPersonAsync("Anja", "Visser")).Id);
        await town.App.GiveRoleAsync(town.Joke, Role.DistrictSupporter);
        await town.App.GiveRoleAsync(town.Anja, Role.DistrictSupporter);
        if (withFrontDoors)
            town.Riet = (await town.App.AddPersonAsync("Riet", "Bakker", home: await town.DoorAsync("Lindelaan", 3))).Id;
        return town;
    }

    public Task<Browser> AsJokeAsync() => App.AsAsync(Joke, "Joke");

    public async Task<AddressId> DoorAsync(string street, int number) =>
        (await App.InPlacesAsync(p => p.InStreetAsync(street, TestContext.Current.CancellationToken))).First(a => a.Number == number).Id;

    /// <summary>Asks for a proposal and lets it be computed.</summary>
    public async Task<CircleProposalId> ProposeAsync(string? buurt = West, CirclesThereAre thereAre = CirclesThereAre.Leave, params BarrierLine[] barriers)
    {
        var id = CircleProposalId.New();
        Assert.Null(await StartAsync(id, new(buurt, CircleProposal.UsualTarget, thereAre, barriers)));
        await App.RunAsync<ProposeCirclesJob>();
        return id;
    }

    public Task<Refusal?> StartAsync(CircleProposalId id, ProposalWish wish) =>
        App.InScopeAsync(s => s.GetRequiredService<StartProposal>().HandleAsync(id, wish, Joke, TestContext.Current.CancellationToken), Joke);

    public Task<Refusal?> AsJokeAsync<TCommand>(Func<TCommand, Task<Refusal?>> act)
        where TCommand : notnull => App.InScopeAsync(s => act(s.GetRequiredService<TCommand>()), Joke);

    public Task<CircleProposal?> FindAsync(CircleProposalId id) =>
        App.InDbAsync(db => db.CircleProposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id));

    public Task<ProposalSketch> SketchAsync(CircleProposalId id) =>
        App.InScopeAsync(async s =>
        {
            var open = s.GetRequiredService<OpenProposal>();
            var proposal = await open.FindAsync(id, TestContext.Current.CancellationToken);
            Assert.NotNull(proposal);
            return await open.SketchAsync(proposal, TestContext.Current.CancellationToken);
        });

    /// <summary>What stands open on the desk about this.</summary>
    public Task<FollowUp?> FollowUpAsync(Guid about) =>
        App.InDbAsync(db => db.Set<FollowUp>().AsNoTracking().SingleOrDefaultAsync(f => f.SubjectId == about && f.ClosedAt == null));

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private Task<int> AddBuurtenAsync() =>
        App.InScopeAsync(async s =>
        {
            await s.GetRequiredService<IPlaces>().AddBuurtenAsync([Buurt(West, "West", WestEdge), Buurt(Oost, "Oost", OostEdge)], TestContext.Current.CancellationToken);
            return await s.GetRequiredService<NabijDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    private static Buurt Buurt(string code, string name, double edge)
    {
        var (west, east, south, north) = (edge - 0.0002, edge + 0.0022, South - 0.0003, South + High);
        return new(code, name, 500, Aged65Plus, [[new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]]);
    }

    private static IEnumerable<string> Lines(string[] streets, double edge) =>
        from street in streets.Index()
        from door in Enumerable.Range(1, Doors)
        select Streets.Line(street.Item, door, "1611 AB", "Bovenkarspel", new(edge + door * BetweenDoors, South + street.Index * BetweenStreets));
}
