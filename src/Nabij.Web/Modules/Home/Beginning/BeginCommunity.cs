using System.Globalization;
using System.Security.Claims;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Home.Beginning;

/// <summary>What the coordinator fills in at the first visit. <paramref name="District"/>: code of a municipality or a wijk (CBS).</summary>
public sealed record NewCommunity(
    string Name,
    string Municipality,
    string District,
    string PhoneNumber,
    string OfficeHours,
    string GivenName,
    string FamilyName,
    string MailAddress
);

/// <summary>
/// Starts the first community of a platform: its buurten from the CBS files, and the coordinator as its first person, who
/// runs the desk. It happens once; of two who try it at the same moment the database lets one through.
/// </summary>
public sealed class BeginCommunity(
    NabijDb db,
    CurrentCommunity current,
    CommunityDirectory communities,
    IPlaces places,
    ICbsCatalogue catalogue,
    IFirstPerson people,
    SignIn signIn,
    SensitiveText sensitive,
    IClock clock
)
{
    private const string Begun = "begun";

    /// <summary>Whether there is no community yet, so that one may begin.</summary>
    public async Task<bool> MayBeginAsync(CancellationToken ct) => !await db.Communities.AnyAsync(ct);

    /// <summary>The slug of the community and a session for its coordinator; or why not.</summary>
    public async Task<(string? Slug, ClaimsPrincipal? Session, Refusal? Refused)> HandleAsync(NewCommunity wish, CancellationToken ct)
    {
        if (RefusalOf(wish) is { } refusal)
            return (null, null, refusal);
        if (!await MayBeginAsync(ct))
            return (null, null, new AlreadyBegun());

        await using var all = await db.Database.BeginTransactionAsync(ct);
        if (!await ClaimAsync(ct))
            return (null, null, new AlreadyBegun());
        var community = await AddCommunityAsync(wish, ct);
        var (person, refused) = await people.RecordAsync(wish.GivenName, wish.FamilyName, wish.MailAddress, ct);
        if (person is not { } coordinator)
            return (null, null, refused); // nothing is kept: the transaction ends here

        db.Add(new RoleAssignment(coordinator, Role.DistrictSupporter, scope: null, clock.GetCurrentInstant()));
        var login = sensitive.Fingerprint(wish.MailAddress.Trim().ToLowerInvariant());
        var account = await signIn.LinkAsync(login, coordinator, wish.GivenName.Trim(), ct);
        var session = await signIn.StartSessionAsync(account, ct);
        await all.CommitAsync(ct);
        communities.Forget();
        return (community.Slug, session, null);
    }

    /// <summary>'Wijk bij Duurstede' becomes <c>wijk-bij-duurstede</c>.</summary>
    internal static string SlugOf(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Trim().Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-') is { Length: > 0 } text ? text[..Math.Min(40, text.Length)].TrimEnd('-') : "wijk";
    }

    private Refusal? RefusalOf(NewCommunity wish) =>
        wish switch
        {
            _ when string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Trim().Length > Community.MaxNameLength => new CommunityNeedsName(),
            _ when wish.PhoneNumber.Count(char.IsDigit) is < 3 or > 15 || wish.PhoneNumber.Trim().Length > 20 => new CommunityNeedsPhoneNumber(),
            _ when wish.OfficeHours.Trim().Length > 120 => new OfficeHoursTooLong(),
            _ when !catalogue.Municipalities.Any(m => m.Code == wish.Municipality) || !IsPartOf(wish.District, wish.Municipality) => new UnknownDistrict(),
            _ => null,
        };

    private bool IsPartOf(string district, string municipality) =>
        district == municipality || catalogue.WijkenOf(municipality).Any(w => w.Code == district);

    private async Task<bool> ClaimAsync(CancellationToken ct)
    {
        try
        {
            db.Add(new PlatformSecret(Begun, Begun));
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<Community> AddCommunityAsync(NewCommunity wish, CancellationToken ct)
    {
        var municipality = catalogue.Municipalities.Single(m => m.Code == wish.Municipality).Name;
        var community = new Community(SlugOf(wish.Name), wish.Name.Trim(), municipality)
        {
            PhoneNumber = wish.PhoneNumber.Trim(),
            OfficeHours = wish.OfficeHours.Trim(),
            MailAddress = wish.MailAddress.Trim(),
        };
        db.Add(community);
        await db.SaveChangesAsync(ct);
        current.Enter(community);
        await RowLevelSecurity.GoOnForAsync(db, community.Id, ct);
        await places.AddBuurtenAsync(catalogue.BuurtenIn(wish.District), ct);
        await db.SaveChangesAsync(ct);
        return community;
    }
}

public sealed record AlreadyBegun : Refusal;

public sealed record CommunityNeedsName : Refusal;

public sealed record CommunityNeedsPhoneNumber : Refusal;

public sealed record OfficeHoursTooLong : Refusal;

public sealed record UnknownDistrict : Refusal;
