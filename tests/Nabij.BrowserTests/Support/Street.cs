using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// A street with a circle: Riet, 78, who has a landline and nothing else; Kees, who reads mail, and Fatima, who is called,
/// both of whom like to do chores; Anja, who runs the desk; and Handig, an organisation with Joost to turn to.
/// </summary>
public sealed class Street(StreetSite site, Community community)
{
    private readonly CircleId circle = CircleId.New();

    public Community Community => community;
    public PersonId Riet { get; private set; }
    public PersonId Kees { get; private set; }
    public PersonId Fatima { get; private set; }
    public PersonId Joost { get; private set; }
    public string MailOfAnja { get; } = $"anja@{community.Slug}.example";
    public string MailOfKees { get; } = $"kees@{community.Slug}.example";

    public static async Task<Street> SettleAsync(StreetSite site, string slug)
    {
        site.Clock.MoveTo(Instant.FromUtc(2026, 6, 2, 7, 10));
        var street = new Street(site, await site.BeginAsync(slug));
        await street.SettleAsync();
        return street;
    }

    private async Task SettleAsync()
    {
        await SaveAsync(_ => new Circle("Lindelaan", site.Clock.Now) { Id = circle });
        Riet = await LivesAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228511234"));
        Kees = await LivesAsync("Kees", "Jansen", new(Channel.Mail, MailOfKees));
        Fatima = await LivesAsync("Fatima", "El Amrani", new(Channel.Call, Phone: "+31228511235"));
        Joost = await LivesAsync("Joost", "Kok", new(Channel.Call, Phone: "+31228520000"));
        var anja = await LivesAsync("Anja", "Visser", new(Channel.Mail, MailOfAnja));
        await SaveAsync(_ => new RoleAssignment(anja, Role.DistrictSupporter, scope: null, site.Clock.Now));
        await LikesChoresAsync(Kees);
        await LikesChoresAsync(Fatima);
        await SaveAsync(_ =>
        {
            var handig = new Organisation();
            Assert.Null(handig.Describe(new("Handig", "Klussen in huis", "0228 52 00 00", Joost, [HelpKind.Chore]), site.Clock.Now));
            return handig;
        });
    }

    private async Task<PersonId> LivesAsync(string given, string family, WaysToReach ways)
    {
        var home = AddressId.New();
        var person = new Person(given, family, new(ConsentWay.Spoken, site.Clock.Now, null)) { Home = home };
        await SaveAsync(scope =>
        {
            Assert.Null(person.ReachBy(ways, scope.GetRequiredService<SensitiveText>().Fingerprint));
            return person;
        });
        if (given is not ("Anja" or "Joost"))
        {
            await SaveAsync(_ => new CircleMember(circle, person.Id, site.Clock.Now.TodayAt()));
            await SaveAsync(_ => new CircleAddress(home, circle));
        }
        return person.Id;
    }

    private Task<int> LikesChoresAsync(PersonId person) =>
        SaveAsync(_ =>
        {
            var helper = new Helper(person);
            Assert.Null(helper.Offer([HelpKind.Chore], DayParts.Always, 2, hasCar: false, ["nl"]));
            return helper;
        });

    private Task<int> SaveAsync(Func<IServiceProvider, object> make) =>
        site.InAsync(
            community,
            async scope =>
            {
                var db = scope.GetRequiredService<NabijDb>();
                db.Add(make(scope));
                return await db.SaveChangesAsync();
            }
        );
}
