using Nabij.Demo.Telling;
using Nabij.Demo.Towns;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Keeping;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Demo.Activities;

/// <summary>A week of things to do, typed in by the desk for the organisations of the alliance.</summary>
public sealed class ActivitiesOfATown(Neighbourhood place, StoryDays days)
{
    private const int WeeksTold = 3;
    private const int Seats = 12;

    private static readonly Keeper Desk = new(OfTheDesk: true, []);

    public async Task<int> AddAsync(Actor keeper)
    {
        var hosts = await place.Stage.ActAsync(scope => scope.GetRequiredService<IDirectory>().AllAsync(CancellationToken.None));
        var first = days.Today.PlusWeeks(-WeeksTold).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
        var templates = ActivityTemplate.ReadAll();
        place.Stage.Clock.MoveTo(days.DaysAgo(20, hour: 9));
        foreach (var (number, template) in templates.Index())
            await place.Stage.ActAsync(scope => AddAsync(template, number, first, hosts[number % hosts.Count], scope), keeper);
        return templates.Count;
    }

    private async Task<bool> AddAsync(ActivityTemplate template, int number, LocalDate firstMonday, OrganisationCard host, IServiceProvider scope)
    {
        var door = place.Doors[place.Random.Next(place.Doors.Count)];
        var every = number % 3 == 2 ? (RepeatEvery)(RepeatEvery.FirstOfMonth + number % 4) : RepeatEvery.Week;
        var from = template.Starts.PlusMinutes(30 * (number % 3));
        var region = SchoolHolidays.RegionOf(place.Town.Municipality);
        var when = new WhenItIs(firstMonday.PlusDays(number % 6), from, from.PlusMinutes(template.Minutes), every, null, number % 4 == 0 ? region : null, number % 2 == 0);
        var typed = new Typed(Details(template, number, host, door), when, host.Id, Source.Phoned);
        var refusals = await scope.GetRequiredService<KeepActivity>().HandleAsync(ActivityId.New(), typed, Desk, CancellationToken.None);
        if (refusals is [var refusal, ..])
            refusal.Accept();
        return true;
    }

    private static ActivityDetails Details(ActivityTemplate template, int number, OrganisationCard host, Address door)
    {
        var access = (template.Accessible ? AccessFacts.Wheelchair | AccessFacts.Toilet : AccessFacts.None)
            | (number % 3 == 0 ? AccessFacts.ComeAlone : AccessFacts.None)
            | (number % 5 == 0 ? AccessFacts.SomeoneFetches : AccessFacts.None)
            | (number % 4 == 1 ? AccessFacts.Quiet : AccessFacts.None);
        return new(template.Title, template.Theme, Venue.Named(template.Place).Standing(door.Id, door.BuurtCode, door.At))
        {
            Cents = template.Cents,
            Access = access,
            Level = template.Theme is Theme.Move ? Level.Gentle : Level.NotSaid,
            ContactPhone = host.PhoneNumber,
            SignUp = template.Theme is Theme.Eat ? new(true, Seats, 12) : SignUpTerms.JustCome,
        };
    }
}
