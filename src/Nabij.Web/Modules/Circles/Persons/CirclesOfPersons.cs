using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;
using NodaTime;

namespace Nabij.Modules.Circles.Persons;

/// <summary>Of which circles somebody is or was a member, what they said there of themselves, and which they look after.</summary>
public sealed class CirclesOfPersons(NabijDb db, LookAfterCircle lookAfter, KeepPapers papers, Texts texts, IClock clock) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(Retention.Circle, "circle_members", ["PassedOnBy", "Person"], "OwnWords"),
        new(Retention.CircleContact, "circles", ["FirstContact", "SecondContact", "Reserve"]),
        new(
            Retention.CircleContact,
            "circle_reshapings",
            ["LeadOfFrom_First", "LeadOfFrom_Reserve", "LeadOfFrom_Second", "LeadOfTo_First", "LeadOfTo_Reserve", "LeadOfTo_Second"]
        ),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [new(Retention.Circle, (before, ct) => Past(before).CountAsync(ct), ForgetPastAsync)];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var circles = db.Circles;
        var found = await db
            .CircleMembers.AsNoTracking()
            .Where(m => m.Person == person)
            .Join(circles, m => m.Circle, c => c.Id, (m, c) => new { Member = m, Circle = c })
            .OrderBy(f => f.Member.Since)
            .ThenBy(f => f.Circle.Id)
            .ToListAsync(ct);
        return
        [
            .. found.Select(f => new KeptRecord(Retention.Circle, null, [.. FactsOf(f.Member, f.Circle.Name)])),
            .. found
                .Where(f => f.Circle.IsLookedAfterBy(person) || f.Circle.Reserve == person)
                .Select(f => new KeptRecord(Retention.CircleContact, null, ("Kept.Fact.ContactOf", f.Circle.Name))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        foreach (var member in await db.CircleMembers.Where(m => m.Person == person).ToListAsync(ct))
        {
            await IsMissedAsync(member, ct);
            member.Leave(now.TodayAt());
            member.Forget(now);
        }
        await StepBackAsync(person, ct);
    }

    /// <summary>Chains close, keys are nobody's, and the phone list on the doors is void.</summary>
    private async Task IsMissedAsync(CircleMember member, CancellationToken ct)
    {
        if (member.Until is not null)
            return;
        var circle = await db.Circles.SingleAsync(c => c.Id == member.Circle, ct);
        await lookAfter.IsMissedAsync(circle, member.Person, ct);
        await papers.BecomeVoidAsync(circle, Enum.GetValues<PaperKind>(), ct);
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var both = await db.CircleMembers.Current.Where(m => m.Person == goes || m.Person == stays).ToListAsync(ct);
        if (both.Select(m => m.Person).Distinct().Count() < 2)
            return;
        both.Single(m => m.Person == goes).Leave(clock.GetCurrentInstant().TodayAt());
        await StepBackAsync(goes, ct);
    }

    private async Task StepBackAsync(PersonId person, CancellationToken ct)
    {
        var theirs = await db
            .Circles.Where(c => c.FirstContact == person || c.SecondContact == person || c.Reserve == person)
            .ToListAsync(ct);
        foreach (var circle in theirs)
        {
            circle.StepsBack(person);
            await lookAfter.ReviewAsync(circle, ct);
        }
    }

    private IEnumerable<(string, string)> FactsOf(CircleMember member, string circle)
    {
        yield return ("Kept.Fact.MemberOf", circle);
        yield return ("Kept.Fact.Since", texts.DayWithYear(member.Since));
        if (member.Until is { } until)
            yield return ("Kept.Fact.Until", texts.DayWithYear(until));
        if (member.OwnWords.Length > 0)
            yield return ("Kept.Fact.OwnWords", member.OwnWords);
        if (member.SharesNumber)
            yield return ("Kept.Fact.SharesNumber", texts["Kept.Yes"]);
    }

    private IQueryable<CircleMember> Past(Instant before)
    {
        var day = before.TodayAt();
        return db.CircleMembers.Where(m => m.ForgottenAt == null && m.Until < day);
    }

    private async Task ForgetPastAsync(Instant before, CancellationToken ct)
    {
        foreach (var member in await Past(before).ToListAsync(ct))
            member.Forget(clock.GetCurrentInstant());
        await db.SaveChangesAsync(ct);
    }
}
