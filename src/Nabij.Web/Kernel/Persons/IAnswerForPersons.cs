using NodaTime;

namespace Nabij.Kernel.Persons;

/// <summary>
/// Whoever keeps rows about persons answers for them: what is kept, what it says of one person, how it forgets them, and
/// what must be settled before two records of one person become one. A test finds the table that nobody answers for.
/// </summary>
public interface IAnswerForPersons
{
    /// <summary>The tables with a person, or with people's words, in them.</summary>
    IReadOnlyList<KeptRows> Kept { get; }

    /// <summary>What goes by itself when its time has come. Each line of <see cref="Retention"/> that has days is here once.</summary>
    IReadOnlyList<GoesOnTime> OnTime => [];

    /// <summary>What is kept about this person, for them to read.</summary>
    Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct);

    /// <summary>Ends what is open of this person and blanks what it says; what is counted stays. Saved by the caller.</summary>
    Task ForgetAsync(PersonId person, CancellationToken ct);

    /// <summary>
    /// One person was written down twice. All references of <see cref="Kept"/> are moved by who asks this; here goes what a
    /// person can have only once. Saved by the caller.
    /// </summary>
    Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>A table, the columns in it that name a person, and those that hold what people said or are called.</summary>
public sealed record KeptRows(RetentionLine Line, string Table, IReadOnlyList<string> Persons, params IReadOnlyList<string> Words);

/// <summary>
/// One thing that is kept about a person. <paramref name="When"/>: since when, if that is known; <paramref name="Facts"/>:
/// a text key and what it says, in the language of the page.
/// </summary>
public sealed record KeptRecord(RetentionLine Line, Instant? When, params IReadOnlyList<(string Key, string Value)> Facts);

/// <summary>How much there is whose time ended before a moment, and how it goes.</summary>
public sealed record GoesOnTime(
    RetentionLine Line,
    Func<Instant, CancellationToken, Task<int>> CountAsync,
    Func<Instant, CancellationToken, Task> GoAsync
);
