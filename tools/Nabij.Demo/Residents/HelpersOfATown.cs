using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Demo.Residents;

/// <summary>Who likes to help, with what, when, and how often at most.</summary>
public sealed class HelpersOfATown(Random random, LocalDate today)
{
    private static readonly HelpKind[] All = Enum.GetValues<HelpKind>();

    // what somebody of that age is likely to offer
    private static readonly HelpKind[] OfTheYoung = [HelpKind.Chore, HelpKind.LettersAndComputer, HelpKind.Groceries, HelpKind.Walk, HelpKind.Other];
    private static readonly HelpKind[] OfTheOld = [HelpKind.Company, HelpKind.Walk, HelpKind.Meal, HelpKind.LettersAndComputer, HelpKind.Groceries];

    public IEnumerable<Helper> Of(IEnumerable<Resident> residents, PersonId vogSeenBy) =>
        residents.Where(r => random.Percent(ChanceAt(r.Age))).Select(r => Offer(r, vogSeenBy));

    private Helper Offer(Resident resident, PersonId vogSeenBy)
    {
        var helper = new Helper(resident.Id);
        var likes = random.GetItems(KindsFor(resident.Age), random.Next(1, 5)).Distinct().ToList();
        string[] languages = resident.Name.Language is { } language ? ["nl", language] : random.Percent(20) ? ["nl", "en"] : ["nl"];
        var refusal = helper.Offer(likes, WhenAt(resident.Age), Ceiling(), hasCar: random.Percent(CarAt(resident.Age)), languages);
        if (refusal is null && random.Percent(6))
            refusal = helper.Rest(today.PlusDays(random.Next(5, 60)), today);
        if (refusal is not null)
            throw new InvalidOperationException(refusal.TextKey);
        if (random.Percent(45))
            helper.VogSeen(vogSeenBy, today.PlusDays(-random.Next(20, 700)));
        return helper;
    }

    private int Ceiling() => random.Share((18, 1), (37, 2), (20, 3), (17, 4), (8, 8));

    private DayParts WhenAt(int age) =>
        age < Ages.Retired
            ? random.Share((45, DayParts.WeekdayEvening | DayParts.Weekend), (20, DayParts.Weekend), (20, DayParts.WeekdayAfternoon | DayParts.Weekend), (15, DayParts.Always))
            : random.Share((55, DayParts.WeekdayMorning | DayParts.WeekdayAfternoon), (15, DayParts.WeekdayMorning), (30, DayParts.Always));

    private static HelpKind[] KindsFor(int age) =>
        age switch
        {
            < 30 => OfTheYoung,
            >= Ages.Old => OfTheOld,
            _ => All,
        };

    private static int ChanceAt(int age) =>
        age switch
        {
            >= 82 => 4,
            >= Ages.Old => 16,
            _ => 44,
        };

    private static int CarAt(int age) =>
        age switch
        {
            < 24 => 10,
            < Ages.Old => 65,
            _ => 25,
        };
}
