using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Showing;

namespace Nabij.Modules.Circles.Paper;

/// <summary>What would be printed now, in one line of text, to tell whether what was handed out is still right.</summary>
internal static class PaperContent
{
    public static string Of(PaperKind kind, CircleView view, IReadOnlyDictionary<PersonId, string> numbers, Desk desk) =>
        string.Join('\n', (kind is PaperKind.PhoneList ? view.Neighbours : view.Contacts).Select(n => Line(n, view, numbers)).Append(desk.ToString()));

    private static string Line(Neighbour neighbour, CircleView view, IReadOnlyDictionary<PersonId, string> numbers) =>
        $"{neighbour.Card.FullName}|{numbers.GetValueOrDefault(neighbour.Person)}|{neighbour.Member.PassedOnBy?.Value}|{RoleOf(neighbour.Person, view.Circle)}";

    private static char RoleOf(PersonId person, Circle circle) => circle.IsLookedAfterBy(person) ? 'c' : person == circle.Reserve ? 'r' : 'm';

    /// <summary>Number and hours of the desk, which stand on every paper.</summary>
    public sealed record Desk(string Number, string Hours);
}
