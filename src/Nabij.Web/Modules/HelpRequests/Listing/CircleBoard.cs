using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contracts;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Following;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Listing;

/// <summary>What hangs on the board of a circle's page: who could do with a hand.</summary>
public sealed class CircleBoard(IHelpRequests help, ClaimHelp claim, Texts texts, IClock clock) : ICircleBoard
{
    private const int AtMost = 12;

    public async Task<IReadOnlyList<CircleAsk>> OpenAsksAsync(CircleId circle, PersonId viewer, CancellationToken ct) =>
        [.. (await help.OpenInAsync([circle], viewer, AtMost, ct)).Select(card => OnBoard(card, viewer))];

    public Task<Refusal?> PromiseAsync(HelpRequestId ask, PersonId helper, CancellationToken ct) =>
        claim.HandleAsync(ask, helper, ct);

    private CircleAsk OnBoard(HelpCard card, PersonId viewer) =>
        new(
            card.Id,
            card.Who.Split(' ')[0],
            string.Concat(card.Who.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]).Take(2)),
            card.Title,
            texts["HelpRequests.Mine.AskedOn", ("day", texts.DaySeenFrom(card.AskedAt.TodayAt(), clock.GetCurrentInstant()))],
            card.When,
            texts.HowLong(card.Minutes),
            MayPromise: card.AskedFor != viewer
        );
}
