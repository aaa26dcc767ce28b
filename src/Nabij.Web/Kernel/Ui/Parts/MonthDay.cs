namespace Nabij.Kernel.Ui.Parts;

/// <summary>Kinds of activity: told apart by colour and by the shape of the mark.</summary>
public enum EventTone
{
    Meet,
    Move,
    Eat,
    Make,
}

public sealed record MonthEvent(string Time, string Title, string Href, EventTone Tone);

/// <summary>The names of a day of the week: as printed, and as read aloud.</summary>
public sealed record Weekday(string Printed, string Spoken);

/// <summary>
/// A cell of the month. <paramref name="Spoken"/> follows the number when read aloud (' juni, 2 activiteiten');
/// <paramref name="More"/> is the link for what did not fit ('en nog 1', ' op 16 juni').
/// </summary>
public sealed record MonthDay(
    int Number,
    IReadOnlyList<MonthEvent> Events,
    string Href = "",
    string Spoken = "",
    bool Today = false,
    bool Outside = false,
    Weekday? More = null
);

internal static class EventTones
{
    public static string Letter(this EventTone tone) =>
        tone switch
        {
            EventTone.Move => "b",
            EventTone.Eat => "a",
            EventTone.Make => "c",
            _ => "g",
        };
}
