using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.People.Changing;

/// <summary>Reads what was typed about a person: into details, or into what is wrong with which field.</summary>
public sealed class ReadPersonForm(IPlaces places, TextCatalogue texts, IClock clock)
{
    private const int Addresses = 8;

    public async Task<PersonFormRead> HandleAsync(PersonForm form, CancellationToken ct)
    {
        var wrong = new List<WrongField>();
        var given = Name(form.GivenName, nameof(form.GivenName), wrong);
        var family = Name(form.FamilyName, nameof(form.FamilyName), wrong);
        var year = BirthYear(form.BirthYear, wrong);
        var mobile = Read(form.Mobile, Mobile, nameof(form.Mobile), new MobileNumberUnreadable(), wrong);
        var phone = Read(form.Phone, PhoneNumber.Read, nameof(form.Phone), new PhoneNumberUnreadable(), wrong);
        var mail = Read(form.Mail, MailAddress.Read, nameof(form.Mail), new MailAddressUnreadable(), wrong);
        var (home, choices) = await HomeAsync(form, wrong, ct);

        if (!Enum.TryParse<Channel>(form.Preferred, out var preferred) || !Enum.IsDefined(preferred))
            wrong.Add(new(nameof(form.Preferred), new ChannelNeeded()));
        else if (wrong.Count == 0 && new WaysToReach(preferred, mail, mobile, phone).RefusalFor(home) is { } refusal)
            wrong.Add(new(nameof(form.Preferred), refusal));

        return wrong.Count > 0
            ? new(null, wrong, choices)
            : new(new(given, family, year, home, texts.In(form.Language).Language, new(preferred, mail, mobile, phone)), [], []);
    }

    private static string Name(string? typed, string field, List<WrongField> wrong)
    {
        var name = typed?.Trim() ?? "";
        if (name.Length == 0)
            wrong.Add(new(field, new NameNeeded()));
        else if (name.Length > Person.MaxNameLength)
            wrong.Add(new(field, new NameTooLong()));
        return name;
    }

    private int? BirthYear(string? typed, List<WrongField> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var thisYear = clock.GetCurrentInstant().TodayAt().Year;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= Person.EarliestBirthYear && year <= thisYear)
            return year;
        wrong.Add(new(nameof(PersonForm.BirthYear), new BirthYearUnlikely()));
        return null;
    }

    // a foreign number may be a mobile one; a Dutch one shows it
    private static string? Mobile(string typed) =>
        PhoneNumber.Read(typed) is { } number && (PhoneNumber.IsMobile(number) || !PhoneNumber.IsDutch(number)) ? number : null;

    private static string? Read(string? typed, Func<string, string?> read, string field, Refusal unreadable, List<WrongField> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var kept = read(typed);
        if (kept is null)
            wrong.Add(new(field, unreadable));
        return kept;
    }

    private async Task<(AddressId? Home, IReadOnlyList<Address> Choices)> HomeAsync(
        PersonForm form,
        List<WrongField> wrong,
        CancellationToken ct
    )
    {
        if (form.Address?.Trim() is not { Length: > 0 } typed)
            return (null, []);
        var found = await FindAsync(typed, form.Home, ct);
        if (found.FirstOrDefault(a => a.Id.Value.ToString() == form.Home) is { } chosen)
            return (chosen.Id, []);
        var same = found.Where(a => Same(a.InFull, typed) || Same(a.FrontDoor, typed)).ToList();
        switch ((same, found))
        {
            case ([var only], _):
                return (only.Id, []);
            case (_, [var only]):
                return (only.Id, []);
            case (_, []):
                wrong.Add(new(nameof(form.Address), new AddressUnknown()));
                return (null, []);
            default:
                wrong.Add(new(nameof(form.Home), new AddressAmbiguous()));
                return (null, found);
        }
    }

    private async Task<IReadOnlyList<Address>> FindAsync(string typed, string? home, CancellationToken ct)
    {
        if (Guid.TryParse(home, out var id))
        {
            var known = await places.FindAsync([new AddressId(id)], ct);
            if (known.Values.SingleOrDefault() is { } address && Same(address.InFull, typed))
                return [address];
        }
        return await places.SearchAsync(typed, Addresses, ct);
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Replace(" ", "", StringComparison.Ordinal), other.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Details, or what is wrong; and the front doors to choose from when the address fits several.</summary>
public sealed record PersonFormRead(PersonDetails? Details, IReadOnlyList<WrongField> Wrong, IReadOnlyList<Address> Choices);

public sealed record WrongField(string Field, Refusal Why);

public sealed record NameNeeded : Refusal;

public sealed record NameTooLong : Refusal;

public sealed record BirthYearUnlikely : Refusal;

public sealed record MobileNumberUnreadable : Refusal;

public sealed record PhoneNumberUnreadable : Refusal;

public sealed record MailAddressUnreadable : Refusal;

public sealed record AddressUnknown : Refusal;

public sealed record AddressAmbiguous : Refusal;

public sealed record ChannelNeeded : Refusal;
