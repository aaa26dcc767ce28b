using System.Globalization;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Demo.Measuring;

/// <summary>One community of so many persons: doors, people, circles, helpers, and questions in every state in proportion.</summary>
public sealed class LargeTown(IServiceProvider services, int persons, int seed, Action<string> say)
{
    private const int SavedAtOnce = 2000;

    /// <summary>So many that the desk of the smallest town has a full page too: what grows is then the town, not the page.</summary>
    private const int FewestQuestions = 300;

    public async Task<string> MakeAsync()
    {
        var clock = services.GetRequiredService<StoryClock>();
        var now = clock.GetCurrentInstant();
        clock.BeginStory(now);
        var community = Community();
        var stage = new Stage(services, await Founding.AddAsync(community, services));

        var random = new Random(seed);
        var grid = new StreetGrid(persons);
        await SaveAsync(stage, grid.Entities, "doors");
        var (days, numbers) = (new StoryDays(now), new FictitiousNumbers("0228"));
        var town = new PersonsOfATown(random, new(random, numbers), new(random), services.GetRequiredService<SensitiveText>(), days.Today);
        var residents = town.MoveIn(grid.Doors, days.DaysAgo(60, 10)).Take(persons).ToList();
        await SaveAsync(stage, town.Persons.Take(persons), "persons and their names");

        var supporter = residents.First(r => r.Age is > 30 and < 66);
        var circles = new CirclesInBulk(residents, grid.Doors, days.DaysAgo(50, 10), random);
        await SaveAsync(stage, circles.Entities(), "rows of circles");
        var helpers = new HelpersOfATown(random, days.Today).Of(residents, supporter.Id).ToList();
        await SaveAsync(stage, helpers, "helpers");
        var organisation = Organisation(supporter.Id, now);
        await SaveAsync(stage, [organisation, new RoleAssignment(supporter.Id, Role.DistrictSupporter, null, now)], "for the desk");
        var questions = new QuestionsInProportion(circles.Circles, helpers, supporter, organisation.Id, days, random);
        await SaveAsync(stage, questions.Entities(count: Math.Max(FewestQuestions, persons / 10)), "rows of questions");
        await stage.ActAsync(scope => scope.GetRequiredService<SignIn>().LinkAsync($"{Seeding.DemoLogin}{supporter.Id.Value:N}", supporter.Id, supporter.Name.Given, CancellationToken.None));
        return community.Slug;
    }

    private async Task SaveAsync(Stage stage, IEnumerable<object> entities, string what)
    {
        var saved = 0;
        foreach (var some in entities.Chunk(SavedAtOnce))
        {
            await stage.SaveAsync(some);
            saved += some.Length;
        }
        say($"  {saved.ToString("N0", CultureInfo.InvariantCulture)} {what}");
    }

    private Community Community() =>
        new(string.Create(CultureInfo.InvariantCulture, $"meting-{persons}-{seed}"), "Meting", "Meting")
        {
            PhoneNumber = FictitiousNumbers.OfOffice("0228"),
            OfficeHours = "altijd",
            MailAddress = "meting@meting.example",
        };

    private static Organisation Organisation(PersonId contact, Instant now)
    {
        var organisation = new Organisation();
        organisation.Describe(new("Welzijn", "Neemt alles aan.", FictitiousNumbers.OfOffice("0228"), contact, Enum.GetValues<HelpKind>()), now).Accept();
        return organisation;
    }
}
