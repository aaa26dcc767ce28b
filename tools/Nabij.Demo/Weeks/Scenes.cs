using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>Somebody who has a name asks something, at this moment.</summary>
public sealed record Scene(Instant At, Resident Asker, Question Question, Fortune Fortune);

/// <summary>What happens to the people of the story, whom a visitor of the demo follows.</summary>
public static class Scenes
{
    public static IEnumerable<Scene> Of(Neighbourhood place, StoryDays days)
    {
        if (!place.Cast.ContainsKey("riet"))
            yield break;

        yield return new(
            days.DaysAgo(9, 10, 20),
            place.Cast["nel"],
            new(HelpKind.Transport, "Naar de opticien", "Mijn bril is stuk. Ik loop met een rollator.", 60, InDays: 3, new(14, 0)),
            Fortune.FoundAtOnce
        );
        yield return new(
            days.DaysAgo(6, 11, 40),
            place.Cast["ahmed"],
            new(HelpKind.LettersAndComputer, "Hulp bij een brief van de gemeente", "Over de huurtoeslag. Ik moet voor vrijdag antwoorden.", 45),
            Fortune.Usual
        );
        yield return new(
            days.DaysAgo(4, 9, 45),
            place.Cast["hatice"],
            new(HelpKind.Chore, "Een gordijnrail ophangen", "De muur is hard. Ik heb geen boor.", 40),
            Fortune.NobodyHasTime
        );
        yield return new(
            days.DaysAgo(1, 9, 30),
            place.Cast["wim"],
            new(HelpKind.Chore, "Wie zet mijn container aan de weg?", "De groene. Vóór acht uur, want dan komt de wagen.", 5, InDays: 2, new(7, 45)) { Readers = Readers.CircleOnly },
            Fortune.Usual
        );
        yield return new(
            days.DaysAgo(1, 13, 10),
            place.Cast["fatima"],
            new(HelpKind.Walk, "Wie gaat mee naar de markt?", "Samen is gezelliger. Ik neem een extra tas mee.", 60, InDays: 4, new(10, 0)) { Readers = Readers.CircleOnly },
            Fortune.Usual
        );
        yield return new(
            days.ThisMorning,
            place.Cast["riet"],
            new(HelpKind.Chore, "Een lamp indraaien in de gang", "Het is er donker en ik kan er niet bij.", 15, InDays: 2) { Part = DayPart.Morning },
            Fortune.Usual
        );
    }
}
