namespace Nabij.Kernel.Ui.Parts;

/// <summary>A request on the desk; the next step is a verb.</summary>
public sealed record RequestRow(
    string Title,
    string Href,
    string Who,
    string Waiting,
    string State,
    TagKind StateKind,
    LinkItem Next
);

/// <summary><paramref name="WaitingShort"/> stands before the wait on a phone, where the heads are hidden.</summary>
public sealed record RequestHeads(string Request, string Waiting, string State, string Next, string WaitingShort);
