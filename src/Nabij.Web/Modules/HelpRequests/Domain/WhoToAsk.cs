using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>Somebody in the ring who likes to give this kind of help, with what decides whether it is their turn.</summary>
/// <param name="Helper">What they like, can and want at most.</param>
/// <param name="LastAsked">When they were last asked anything; null is never.</param>
/// <param name="ThisMonth">What they did or may yet do this month.</param>
/// <param name="Metres">How far they walk.</param>
public sealed record Candidate(WillingHelper Helper, Instant? LastAsked, Load ThisMonth, int Metres);

/// <summary>
/// How much somebody was called upon in a calendar month. <paramref name="Promised"/>: times of help they said yes to,
/// each week of a weekly help counted, and questions that they may still say yes to. <paramref name="Asked"/>: questions
/// put to them.
/// </summary>
public readonly record struct Load(int Promised, int Asked)
{
    /// <summary>Nobody is asked more often than this for each time that they want to help.</summary>
    public const int QuestionsPerHelp = 4;

    /// <summary>Whether one more question, or another <paramref name="times"/> of help, stays under their own ceiling.</summary>
    public bool IsUnder(int ceiling, int times) =>
        Promised + times <= ceiling && Asked < ceiling * QuestionsPerHelp;
}

/// <summary>Whose turn it is.</summary>
public static class WhoToAsk
{
    /// <summary>The next to ask: able, under their own ceiling, not asked before; least recently asked first, then nearest.</summary>
    public static IReadOnlyList<WillingHelper> Next(
        HelpRequest request,
        IEnumerable<Candidate> ring,
        IReadOnlySet<PersonId> askedBefore
    ) =>
        [
            .. ring.Where(c => !askedBefore.Contains(c.Helper.Person))
                .Where(c => request.MayBeHelpedBy(c.Helper))
                .Where(c => c.ThisMonth.IsUnder(c.Helper.AtMostPerMonth, request.Plan.TimesAMonth))
                .OrderBy(c => c.LastAsked ?? Instant.MinValue)
                .ThenBy(c => c.Metres)
                .ThenBy(c => c.Helper.Person.Value)
                .Take(Widening.AskedAtOnce(request.Ring, request.Urgency))
                .Select(c => c.Helper),
        ];
}
