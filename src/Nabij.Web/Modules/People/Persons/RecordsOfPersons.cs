using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Helping;
using Nabij.Modules.People.Reading;
using NodaTime;

namespace Nabij.Modules.People.Persons;

/// <summary>The record of a person itself, what they like to do, their roles, and who saw and changed what.</summary>
public sealed class RecordsOfPersons(NabijDb db, ReadPerson read, Texts texts, IClock clock) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } =
    [
        new(
            Retention.Person,
            "persons",
            ["ConsentNotedBy"],
            "GivenName",
            "FamilyName",
            "SortName",
            "MailAddress",
            "MobileNumber",
            "PhoneNumber",
            "ConsentGivenFor"
        ),
        new(Retention.Person, "person_names", ["Person"], "Word"),
        new(Retention.HelpOffer, "helpers", ["Person", "VogSeenBy"]),
        new(Retention.HelpOffer, "help_wishes", ["Person"]),
        new(Retention.Role, "role_assignments", ["Person", "StandIn"]),
        new(Retention.Trail, "trail", ["Who", "About"]),
        new(Retention.Outbox, "outbox", []),
    ];

    public IReadOnlyList<GoesOnTime> OnTime =>
        [
            new(
                Retention.Trail,
                (before, ct) => db.Set<TrailEntry>().CountAsync(e => e.At < before, ct),
                (before, ct) => db.Set<TrailEntry>().Where(e => e.At < before).ExecuteDeleteAsync(ct)
            ),
            new(
                Retention.Outbox,
                (before, ct) => db.Outbox.CountAsync(m => m.DeliveredAt < before, ct),
                (before, ct) => db.Outbox.Where(m => m.DeliveredAt < before).ExecuteDeleteAsync(ct)
            ),
        ];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        if (await read.FindAsync(person, ct) is not { } record)
            return [];
        return
        [
            new(Retention.Person, record.Person.Consent.At, [.. FactsOf(record)]),
            .. record.Helper is { } helper ? [new KeptRecord(Retention.HelpOffer, null, [.. FactsOf(helper)])] : Array.Empty<KeptRecord>(),
            .. record.Roles.Select(r => new KeptRecord(Retention.Role, r.Since, ("Kept.Fact.Role", texts[r.Role]))),
        ];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await db.Set<HelpWish>().Where(w => w.Person == person).ExecuteDeleteAsync(ct);
        await db.Helpers.Where(h => h.Person == person).ExecuteDeleteAsync(ct);
        foreach (var role in await db.RoleAssignments.Current.Where(a => a.Person == person || a.StandIn == person).ToListAsync(ct))
        {
            if (role.Person == person)
                role.End(now);
            else
                role.StandIn = null;
        }
        (await db.Persons.SingleAsync(p => p.Id == person, ct)).Forget(now);
    }

    public async Task MakeRoomAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        await MakeRoomForHelpersAsync(goes, stays, ct);
        await db.Set<PersonName>().Where(n => n.Person == goes).ExecuteDeleteAsync(ct); // they are found by the name that is kept
        var now = clock.GetCurrentInstant();
        var roles = await db.RoleAssignments.Current.Where(a => a.Person == goes || a.Person == stays).ToListAsync(ct);
        foreach (var twice in roles.Where(a => a.Person == goes && roles.Exists(b => b.Person == stays && b.Role == a.Role && b.Scope == a.Scope)))
            twice.End(now);
        foreach (var own in roles.Where(a => a.StandIn == goes || a.StandIn == stays))
            own.StandIn = null; // nobody stands in for themselves
    }

    private async Task MakeRoomForHelpersAsync(PersonId goes, PersonId stays, CancellationToken ct)
    {
        var profiles = await db.Helpers.Where(h => h.Person == goes || h.Person == stays).ToListAsync(ct);
        if (profiles.Find(h => h.Person == goes) is not { } going)
            return;
        var staying = profiles.Find(h => h.Person == stays);
        if (staying is null)
            db.Add(staying = new Helper(stays));
        staying.TakeOver(going);
        db.RemoveRange(going.Wishes);
        db.Remove(going);
    }

    private IEnumerable<(string, string)> FactsOf(PersonRecord record)
    {
        var person = record.Person;
        (string Key, string? Value)[] facts =
        [
            ("Kept.Fact.Name", person.FullName),
            ("People.Field.BirthYear", person.BirthYear?.ToString(CultureInfo.InvariantCulture)),
            ("People.Field.Address", record.Home?.InFull),
            ("People.Field.Phone", person.PhoneNumber is { } phone ? PhoneNumber.Written(phone) : null),
            ("People.Field.Mobile", person.MobileNumber is { } mobile ? PhoneNumber.Written(mobile) : null),
            ("People.Field.Mail", person.MailAddress),
            ("People.Row.Preferred", texts[person.Preferred]),
            ("People.Row.Language", texts[$"Spoken.{person.Language}"]),
            ("Kept.Fact.Consent", texts[person.Consent.Way]),
            ("Kept.Fact.ConsentFor", person.Consent.GivenFor),
            ("Kept.Fact.AwayUntil", person.AwayUntil is { } until ? texts.DayWithYear(until) : null),
        ];
        return facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Key, f.Value!));
    }

    private IEnumerable<(string, string)> FactsOf(Helper helper)
    {
        yield return ("People.Row.Likes", string.Join(", ", helper.Likes.Select(kind => texts[kind])));
        yield return ("People.Row.When", string.Join(", ", HelperForm.Parts.Where(p => helper.When.HasFlag(p)).Select(p => texts[p])));
        yield return ("People.Row.AtMost", texts.Count("People.Help.Times", helper.AtMostPerMonth));
        yield return ("People.Row.Languages", string.Join(", ", helper.Languages.Select(l => texts[$"Spoken.{l}"])));
        if (helper.RestsUntil is { } until)
            yield return ("People.Help.Rest", texts["People.Help.RestsUntil", ("day", texts.DayWithYear(until))]);
        if (helper.VogSeenOn is { } seen)
            yield return ("People.Help.Vog", texts.DayWithYear(seen));
    }
}
