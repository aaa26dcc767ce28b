using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Overview;

/// <summary>What happened in a circle in a week, in the language of each who looks after it. Saved by the caller.</summary>
public sealed class Digest(NabijDb db, IReach reach, IPeople people, TextCatalogue texts)
{
    public async Task TellAsync(Circle circle, LocalDate since, LocalDate today, CancellationToken ct)
    {
        var members = await db.CircleMembers.AsNoTracking().Where(m => m.Circle == circle.Id && (m.Until == null || m.Until > since)).ToListAsync(ct);
        var cards = await people.FindAsync(members.Select(m => m.Person), ct);
        var week = new Week(
            Names(members.Where(m => m.Since > since && m.Until is null), cards),
            Names(members.Where(m => m.Until is not null), cards),
            Names(members.Where(m => m.Until is null && m.IsSilent(today)), cards),
            await db.CirclePapers.AnyAsync(p => p.Circle == circle.Id && p.VoidSince != null, ct),
            await db.MeetUps.AheadIn(circle.Id).AsNoTracking().FirstOrDefaultAsync(ct)
        );
        foreach (var contact in circle.Contacts.Where(cards.ContainsKey))
        {
            if (week.InWords(texts.In(cards[contact].Language)) is { Count: > 0 } news)
                reach.Tell(contact, new(Subject.Of(circle.Id), "Circles.Digest", Words(circle, news)) { MayWait = true });
        }
    }

    private static Dictionary<string, string> Words(Circle circle, IReadOnlyList<string> news) =>
        new(StringComparer.Ordinal) { ["circle"] = circle.Name, ["news"] = string.Join('\n', news) };

    private static IReadOnlyList<string> Names(IEnumerable<CircleMember> members, IReadOnlyDictionary<PersonId, PersonCard> cards) =>
        [.. members.Where(m => cards.ContainsKey(m.Person)).Select(m => cards[m.Person].ShortName).Order(StringComparer.CurrentCulture)];

    private sealed record Week(IReadOnlyList<string> Came, IReadOnlyList<string> Went, IReadOnlyList<string> Silent, bool ToPrint, MeetUp? Next)
    {
        public IReadOnlyList<string> InWords(Texts t) =>
            [
                .. Line(t, "Circles.Digest.Came", Came),
                .. Line(t, "Circles.Digest.Went", Went),
                .. Line(t, "Circles.Digest.Silent", Silent),
                .. ToPrint ? [t["Circles.Digest.Print"]] : Array.Empty<string>(),
                .. Next is { } meetUp ? [t["Circles.ToDo.Next", ("what", meetUp.What), ("when", t.Moment(meetUp.StartsAt))]] : Array.Empty<string>(),
            ];

        private static IEnumerable<string> Line(Texts t, string key, IReadOnlyList<string> names) => names.Count == 0 ? [] : [t[key, ("names", string.Join(", ", names))]];
    }
}
