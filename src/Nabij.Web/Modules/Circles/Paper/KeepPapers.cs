using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Showing;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Paper;

/// <summary>Knows of every circle which version of its papers is handed out, and notices when that is no longer right.</summary>
public sealed class KeepPapers(NabijDb db, SensitiveText sensitive, CurrentCommunity community, IFollowUps followUps, IClock clock)
{
    private static readonly Duration TimeToReprint = Duration.FromDays(7);

    /// <summary>The version that is printed now. Saves, for a new version is a fact from the moment that somebody sees it.</summary>
    public async Task<CirclePaper> ToPrintAsync(PaperKind kind, CircleView view, IReadOnlyDictionary<PersonId, string> numbers, CancellationToken ct)
    {
        var (current, today) = (FingerprintOf(kind, view, numbers), clock.GetCurrentInstant().TodayAt());
        var latest = await db.CirclePapers.Of(view.Circle.Id).FirstOrDefaultAsync(p => p.Kind == kind, ct);
        var paper = latest?.ToPrint(current, today) ?? new CirclePaper(view.Circle.Id, kind, 1, current, today);
        if (latest != paper)
            db.Add(paper);
        if (db.ChangeTracker.HasChanges())
            await db.TrySaveAsync(ct); // printed twice at the same moment: both print the same version
        return paper;
    }

    /// <summary>Everybody has the newest version: what lay at home before is void. Saved by the caller.</summary>
    public async Task HandOutAsync(CircleId circle, PaperKind kind, CancellationToken ct)
    {
        var papers = await LatestAsync(circle, ct);
        if (papers.Find(p => p.Kind == kind) is { } paper)
            paper.HandOut(clock.GetCurrentInstant().TodayAt());
        if (papers.TrueForAll(p => !p.IsToBePrinted || p is { Version: 1, HandedOutOn: null }))
            await followUps.CloseAsync(Follow.Papers(circle), ct);
    }

    /// <summary>Somebody came, went or changed: what is handed out of these kinds is void from now. Saved by the caller.</summary>
    public async Task BecomeVoidAsync(Circle circle, IReadOnlyCollection<PaperKind> kinds, CancellationToken ct)
    {
        var noticed = false;
        foreach (var paper in await LatestAsync(circle.Id, ct))
            noticed |= kinds.Contains(paper.Kind) && paper.BecomesVoid(clock.GetCurrentInstant());
        if (noticed)
            await FollowUpAsync(circle, ct);
    }

    /// <summary>Whether what is handed out is what would be printed now. Saved by the caller.</summary>
    public async Task CompareAsync(CircleView view, IReadOnlyDictionary<PersonId, string> numbers, CancellationToken ct)
    {
        var latest = await LatestAsync(view.Circle.Id, ct);
        IReadOnlyCollection<PaperKind> changed = [.. latest.Where(p => p.Fingerprint != FingerprintOf(p.Kind, view, numbers)).Select(p => p.Kind)];
        if (changed.Count > 0)
            await BecomeVoidAsync(view.Circle, changed, ct);
    }

    /// <summary>Neighbours went along to another circle with the papers on their doors: those of both are void. Saved by the caller.</summary>
    public async Task GoAlongAsync(Circle from, Circle to, CancellationToken ct)
    {
        var there = await LatestAsync(to.Id, ct);
        var along = (await LatestAsync(from.Id, ct)).Where(p => p.HandedOutOn is not null && there.TrueForAll(t => t.Kind != p.Kind || t.Version < p.Version)).ToList();
        db.AddRange(along.Select(p => p.GoesAlong(to.Id, clock.GetCurrentInstant())));
        if (along.Count > 0)
            await FollowUpAsync(to, ct);
        await BecomeVoidAsync(from, Enum.GetValues<PaperKind>(), ct);
        await BecomeVoidAsync(to, Enum.GetValues<PaperKind>(), ct);
        if (from.EndedAt is not null)
            await followUps.CloseAsync(Follow.Papers(from.Id), ct);
    }

    /// <summary>The newest version of each kind.</summary>
    public async Task<List<CirclePaper>> LatestAsync(CircleId circle, CancellationToken ct) =>
        [.. (await db.CirclePapers.Of(circle).ToListAsync(ct)).DistinctBy(p => p.Kind)];

    private Task FollowUpAsync(Circle circle, CancellationToken ct) =>
        followUps.OpenOnceAsync(
            new(
                Follow.Papers(circle.Id),
                "Circles.FollowUp.Reprint",
                circle.Name,
                $"cirkels/{circle.Id.Value}/printen",
                clock.GetCurrentInstant() + TimeToReprint,
                circle.FirstContact,
                circle.SecondContact ?? circle.Reserve
            ),
            ct
        );

    private string FingerprintOf(PaperKind kind, CircleView view, IReadOnlyDictionary<PersonId, string> numbers) =>
        sensitive.Fingerprint(PaperContent.Of(kind, view, numbers, new(community.Entered.PhoneNumber, community.Entered.OfficeHours)));
}
