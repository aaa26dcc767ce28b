using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Reach.Contracts;

/// <summary>
/// Tells people things, each by their own channel: mail, text message, a line on the call list, a letter, a visit.
/// Written in the same save as the change that caused it; sent after.
/// </summary>
public interface IReach
{
    /// <summary>Tells this person something. Saved by the caller.</summary>
    MessageId Tell(PersonId person, Message message);

    /// <summary>What is about this is no longer true: what was not yet sent will not be. Saved by the caller.</summary>
    Task CancelAsync(Subject about, CancellationToken ct);

    /// <summary>The same about several subjects of one kind.</summary>
    Task CancelAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct);

    /// <summary>What was told about these is forgotten, and what was withdrawn. Saved by the caller.</summary>
    Task ForgetAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct);
}

/// <param name="About">What it is about: for cancelling, and to whom an answer goes.</param>
/// <param name="Reason">
/// Key of the texts: <c>{Reason}.Subject</c> and <c>{Reason}.Body</c> for mail and letters, <c>{Reason}.Short</c> for a text
/// message (nothing private), <c>{Reason}.Script</c> for the telephone (with 'u'). A letter may have words of its own, with
/// 'u': <c>{Reason}.Letter</c>. What nobody else may read, such as a code, has <c>{Reason}.Desk</c>: the desk reads that
/// instead.
/// </param>
/// <param name="Words">What is filled in between braces; kept encrypted.</param>
public sealed record Message(Subject About, string Reason, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>Not sent before this; null is as soon as quiet hours allow.</summary>
    public Instant? NotBefore { get; init; }

    /// <summary>Not sent, or called about, after this: it would no longer be of use.</summary>
    public Instant? NotAfter { get; init; }

    /// <summary>Waits a little for other news to the same person, so that they get one message instead of three.</summary>
    public bool MayWait { get; init; }

    /// <summary>Goes at once, also in quiet hours: a code to sign in with, an alarm.</summary>
    public bool EvenAtNight { get; init; }

    /// <summary>Only by this channel: a code to sign in goes where it was asked for, or nowhere.</summary>
    public Channel? OnlyBy { get; init; }

    /// <summary>
    /// What the person can answer: keys of which the texts are <c>{Reason}.Answer.{key}</c>. They become buttons behind a link
    /// without sign-in, words for a text message and choices for whoever calls. In a text message 'ja' is the first of
    /// them, 'nee' the second and 'stop' the third.
    /// </summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}

/// <summary>
/// Receives what people answer, by whichever channel: one for each kind of subject. The answer is settled when this
/// returns, so that the person on the telephone hears at once how it stands.
/// </summary>
public interface IReceiveAnswers
{
    /// <summary>The <see cref="Subject.Kind"/> whose answers it receives.</summary>
    string SubjectKind { get; }

    /// <summary>Null is accepted. A refusal (somebody else was first) is told to the person in its own words.</summary>
    Task<Refusal?> ReceiveAsync(Subject about, PersonId person, string answer, CancellationToken ct);
}
