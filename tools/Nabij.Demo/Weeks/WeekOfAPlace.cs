using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>
/// Two weeks in which people ask, answer, help and say how it went; most of it in the last one, so that questions stand
/// in every state on the day that the story is told.
/// </summary>
public sealed class WeekOfAPlace
{
    private const int FirstDay = 12;
    private const int LastWeek = 7;
    private const int Asked = 36;

    private readonly Neighbourhood place;
    private readonly StoryDays days;
    private readonly Agenda agenda;
    private readonly Remembered remembered = new();
    private readonly Post post;
    private readonly AskingAround asking;
    private readonly Ticking ticking;
    private readonly Reactions reactions;
    private readonly Aftermath aftermath;

    public WeekOfAPlace(Neighbourhood place, StoryDays days)
    {
        (this.place, this.days, agenda) = (place, days, new(place.Stage.Clock, days.Now));
        var answering = new Answering(place);
        (post, asking) = (new(place), new(place, remembered));
        ticking = new(place, post);
        reactions = new(place, agenda, remembered, answering);
        aftermath = new(place, agenda, remembered, answering);
    }

    /// <returns>How many questions were asked.</returns>
    public async Task<int> TellAsync()
    {
        PlanQuestions();
        for (var day = FirstDay; day >= 0; day--)
            PlanDay(days.Today.PlusDays(-day), everyHours: day > LastWeek ? 2 : 1, isToday: day == 0);
        agenda.Plan(days.Now, TurnAsync);
        await agenda.PlayAsync();
        return remembered.Fortunes.Count;
    }

    private void PlanQuestions()
    {
        var askers = Askers().ToList();
        foreach (var (count, (question, fortune, daysAgo)) in WhatIsAsked().Index())
        {
            var asker = askers[count % askers.Count];
            var at = days.Today.PlusDays(-daysAgo).InstantAt(new(place.Random.Next(9, 16), place.Random.Next(60)));
            agenda.Plan(at, () => asking.AskAsync(asker, question, fortune));
        }
        foreach (var scene in Scenes.Of(place, days))
            agenda.Plan(scene.At, () => asking.AskAsync(scene.Asker, scene.Question, scene.Fortune));
    }

    private IEnumerable<(Question Question, Fortune Fortune, int DaysAgo)> WhatIsAsked()
    {
        var questions = Questions.All.ToArray();
        place.Random.Shuffle(questions);
        for (var i = 0; i < Asked; i++)
        {
            var fortune = FortuneOf(i);
            var daysAgo = fortune is Fortune.NobodySaysHow ? FirstDay - 1 : place.Random.Share((14, 0), (16, 1), (14, 2), (20, 4), (16, 6), (12, 8), (8, 10));
            yield return (questions[i % questions.Length], fortune, daysAgo);
        }
    }

    /// <summary>Now and then the story decides, so that everything that can happen has happened.</summary>
    private static Fortune FortuneOf(int count) =>
        (count % 12) switch
        {
            1 => Fortune.FoundAtOnce,
            3 => Fortune.NobodyHasTime,
            5 => Fortune.OnlyOrganisation,
            6 when count < 12 => Fortune.NobodySaysHow,
            8 => Fortune.HelperDropsOut,
            9 => Fortune.DoesNotWork,
            11 when count > 12 => Fortune.Withdrawn,
            _ => Fortune.Usual,
        };

    /// <summary>Mostly the oldest ask, and whoever asks is asked for something else another time.</summary>
    private IEnumerable<Resident> Askers()
    {
        var named = place.Cast.Values.ToHashSet();
        var all = place.Residents.Where(r => !named.Contains(r)).ToArray();
        place.Random.Shuffle(all);
        return all.OrderBy(r => r.Age >= Ages.Old ? 0 : place.Random.Percent(25) ? 0 : 1).Take(Asked);
    }

    private void PlanDay(LocalDate day, int everyHours, bool isToday)
    {
        var works = day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
        agenda.Plan(day.InstantAt(new(8, 55)), ticking.MorningAsync);
        for (var hour = 9; hour < 21; hour += everyHours)
            agenda.Plan(day.InstantAt(new(hour, 5)), TurnAsync);
        if (!works || isToday)
            return;
        agenda.Plan(day.InstantAt(new(10, 30)), post.CallAsync);
        agenda.Plan(day.InstantAt(new(14, 30)), post.CallAsync);
        agenda.Plan(day.InstantAt(new(15, 45)), post.PrintAndVisitAsync);
    }

    private async Task TurnAsync()
    {
        await ticking.TickAsync();
        await reactions.PlanAsync();
        await aftermath.PlanAsync();
    }
}
