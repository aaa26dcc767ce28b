using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Contacts;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.Circles.Membership;
using Nabij.Modules.Circles.Starting;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Importing;
using NodaTime;

namespace Nabij.BrowserTests.Support;

/// <summary>A circle in the Lindelaan, ten doors, and the Eikstraat; everybody has a landline and nothing else. Anja runs the desk.</summary>
public sealed class CircleStreet(Community community)
{
    private static readonly string[] All =
        ["Truus", "Kees", "Riet", "Wim", "Nel", "Bart", "Joke", "Omar", "Gerrit", "Els", "Fatima", "Piet", "Ahmed", "Hatice", "Jan", "Corrie", "Henk", "Sjaan", "Mo"];

    private readonly List<PersonId> members = [];

    public Community Community => community;
    public CircleId Circle { get; } = CircleId.New();
    public static IReadOnlyList<string> Names => All;

    public string MailOfAnja => $"anja@{community.Slug}.example";

    public static async Task<CircleStreet> SettleAsync(StreetSite site, string slug, int neighbours)
    {
        site.Clock.MoveTo(Instant.FromUtc(2026, 6, 2, 7, 10));
        var street = new CircleStreet(await site.BeginAsync(slug));
        await site.InAsync(street.Community, scope => street.BuildAsync(scope));
        for (var at = 0; at < neighbours; at++)
            await site.InAsync(street.Community, scope => street.JoinAsync(scope, at));
        await site.InAsync(street.Community, scope => street.LeadAsync(scope));
        return street;
    }

    /// <summary>Truus starts at ten; Wim has the key of Riet.</summary>
    public Task ArrangeAsync(StreetSite site) =>
        site.InAsync(
            community,
            scope =>
            {
                PlannedLink[] links = [new(members[0], null), new(members[1], null), new(members[2], members[3])];
                var plan = new ChainPlan(new(10, 0), (Weekdays)127, 60, members[1], links);
                return scope.GetRequiredService<ArrangeChain>().HandleAsync(Circle, plan, default);
            }
        );

    private async Task<bool> BuildAsync(IServiceProvider scope)
    {
        var lines = Enumerable.Range(1, 10).Select(n => Line("Lindelaan", n)).Concat(Enumerable.Range(1, 9).Select(n => Line("Eikstraat", n)));
        await scope.GetRequiredService<ImportAddresses>().HandleAsync(new StringReader(string.Join('\n', lines.Prepend("straatnaam;huisnummer;postcode;woonplaats;lon;lat"))), default);
        Assert.Null(await scope.GetRequiredService<StartCircle>().HandleAsync(Circle, "Lindelaan", default));
        foreach (var name in (string[])["Lindelaan", "Eikstraat"])
            Assert.Null(await scope.GetRequiredService<DrawCircle>().AddAsync(Circle, new(name, StreetSide.Both, null, null), default));

        var anja = Person("Anja", home: null, new(Channel.Mail, MailOfAnja), scope);
        var db = scope.GetRequiredService<NabijDb>();
        db.AddRange(anja, new RoleAssignment(anja.Id, Role.DistrictSupporter, scope: null, anja.Consent.At));
        await db.SaveChangesAsync();
        return true;
    }

    private async Task<bool> JoinAsync(IServiceProvider scope, int at)
    {
        var (street, number) = at < 10 ? ("Lindelaan", at + 1) : ("Eikstraat", at - 9);
        var home = (await scope.GetRequiredService<IPlaces>().InStreetAsync(street, default)).Single(a => a.Number == number);
        var landline = string.Create(CultureInfo.InvariantCulture, $"+312285555{at:00}");
        var person = Person(All[at], home.Id, new(Channel.Call, Phone: landline), scope);
        var db = scope.GetRequiredService<NabijDb>();
        db.Add(person);
        await db.SaveChangesAsync();
        members.Add(person.Id);
        Assert.Null(await scope.GetRequiredService<JoinCircle>().HandleAsync(Circle, person.Id, sharesNumber: true, "", default));
        return true;
    }

    private async Task<bool> LeadAsync(IServiceProvider scope)
    {
        Assert.Null(await scope.GetRequiredService<NameContacts>().HandleAsync(Circle, members[0], members[1], members[^1], default));
        return true;
    }

    private static Person Person(string given, AddressId? home, WaysToReach ways, IServiceProvider scope)
    {
        var person = new Person(given, "Visser", new(ConsentWay.Spoken, scope.GetRequiredService<IClock>().GetCurrentInstant(), null)) { Home = home };
        Assert.Null(person.ReachBy(ways, scope.GetRequiredService<SensitiveText>().Fingerprint));
        return person;
    }

    private static string Line(string street, int number)
    {
        var east = (street == "Lindelaan" ? 5.24 : 5.25) + number / 10000.0;
        return string.Create(CultureInfo.InvariantCulture, $"{street};{number};1611 AB;Bovenkarspel;{east};52.7");
    }
}
