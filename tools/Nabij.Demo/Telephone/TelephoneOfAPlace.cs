using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.Coordination.Calls;
using Nabij.Modules.Coordination.Domain;
using Nabij.Modules.Coordination.Duty;
using Nabij.Modules.Coordination.HandingOver;
using NodaTime;

namespace Nabij.Demo.Telephone;

/// <summary>Who answers the one number, the calls of the past weeks, and what is open today. For Thursday afternoon there is nobody yet.</summary>
public sealed class TelephoneOfAPlace(Neighbourhood place, StoryDays days)
{
    private const int Past = 60;
    private const int DaysBack = 40;

    private static readonly string[] Words =
        ["Vraagt de tijden van de eettafel", "Zoekt het nummer van de apotheek", "Wil weten wie er in de cirkel zit", "Vraagt naar vervoer"];

    public async Task AnswerAsync()
    {
        place.Stage.Clock.MoveTo(days.Now);
        var (desk, standIn) = (place.First(Role.DistrictSupporter), StandIn());
        await place.Stage.ActAsync(scope => RotaAsync(scope.GetRequiredService<KeepRota>(), scope.GetRequiredService<KeepNumber>(), desk.Person, standIn), desk);
        await place.Stage.SaveAsync([.. Enumerable.Range(0, Past).Select(_ => PastCall(desk.Person))]);
        await place.Stage.ActAsync(OpenCallsAsync, desk);
        await place.Stage.ActAsync(
            async scope =>
            {
                (await scope.GetRequiredService<HandOver>().HandleAsync("Er belde iemand over de taxi van morgen. Ik zou terugbellen.", standIn, CancellationToken.None)).Accept();
                return true;
            },
            desk
        );
    }

    private PersonId StandIn()
    {
        var first = place.Script.Members.First(m => m.Role == Role.DistrictSupporter);
        return place.Id(first.StandIn!);
    }

    private async Task<bool> RotaAsync(KeepRota rota, KeepNumber number, PersonId desk, PersonId standIn)
    {
        foreach (var weekday in Enumerable.Range(1, 4).Select(d => (IsoDayOfWeek)d))
        {
            var atHand = weekday is IsoDayOfWeek.Thursday ? (PersonId?)null : standIn;
            (await rota.AddAsync(weekday, new(9, 0), new(12, 30), desk, standIn, CancellationToken.None)).Accept();
            (await rota.AddAsync(weekday, new(12, 30), new(16, 0), atHand, atHand is null ? null : desk, CancellationToken.None)).Accept();
        }
        var community = place.Stage.Community;
        (await number.HandleAsync(community.PhoneNumber, community.OfficeHours, "Kan het wachten? Bel dan morgen. Is er haast? Bel de huisartsenpost.", CancellationToken.None)).Accept();
        return true;
    }

    private Call PastCall(PersonId takenBy)
    {
        var random = place.Random;
        var caller = place.Residents[random.Next(place.Residents.Count)].Id;
        var at = days.DaysAgo(1 + random.Next(DaysBack), hour: 9 + random.Next(7), minute: random.Next(60));
        return new(random.Next(4) == 0 ? null : caller, takenBy, Words[random.Next(Words.Length)], CallKind.Answer, at);
    }

    /// <summary>One who worries and stays unknown, and one who would like to help.</summary>
    private async Task<bool> OpenCallsAsync(IServiceProvider scope)
    {
        var log = scope.GetRequiredService<LogCall>();
        await log.HandleAsync(CallId.New(), null, "Al dagen de gordijnen dicht", CallKind.Signal, CancellationToken.None);
        await log.HandleAsync(CallId.New(), place.Residents[^1].Id, "Wil wel eens iemand rijden", CallKind.Volunteer, CancellationToken.None);
        return true;
    }
}
