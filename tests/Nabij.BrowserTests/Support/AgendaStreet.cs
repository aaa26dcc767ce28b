using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Algorithms.ICalendar;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Planning;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Importing;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.BrowserTests.Support;

/// <summary>
/// The Lindelaan with its neighbourhood: Riet at number 4, who has a landline; Karim of the church and Erik of the school, who read mail;
/// Anja, who runs the desk.
/// </summary>
public sealed class AgendaStreet(StreetSite site, Community community)
{
    private const int MinutesOfAnActivity = 90;

    public Community Community => community;
    public PersonId Riet { get; private set; }
    public OrganisationId Church { get; private set; }
    public OrganisationId School { get; private set; }
    public string MailOfAnja { get; } = $"anja@{community.Slug}.example";
    public string MailOfKarim { get; } = $"karim@{community.Slug}.example";
    private PersonId Erik { get; set; }

    public static async Task<AgendaStreet> SettleAsync(StreetSite site, string slug)
    {
        site.Clock.MoveTo(Instant.FromUtc(2026, 6, 2, 7, 10));
        var street = new AgendaStreet(site, await site.BeginAsync(slug));
        await site.InAsync(street.Community, street.BuildAsync);
        return street;
    }

    public Task<Window> SignInAsync(int width, string language) => site.SignInAsync(community, MailOfAnja, width, language);

    /// <summary>An activity on this day, and every week after if so said, at this many doors from number 1 of the Lindelaan.</summary>
    public Task<Activity> PutAsync(string title, LocalDateTime start, bool weekly = false, int doors = 1, Func<ActivityDetails, ActivityDetails>? but = null) =>
        site.InAsync(
            community,
            async scope =>
            {
                var now = site.Clock.Now;
                var activity = new Activity(Source.Typed, now);
                var details = new ActivityDetails(title, Theme.Meet, Venue.Named("Kerk aan de Dijk").Standing(null, "", DoorAt(doors))) { Cents = 0 };
                activity.Describe(but?.Invoke(details) ?? details, now);
                activity.HostedBy([Church], now);
                activity.TakesPlace(Timing.From(start, start.PlusMinutes(MinutesOfAnActivity), weekly ? new(Frequency.Weekly) : null), now);
                activity.Confirm(ConfirmedHow.Typed, null, now);
                var db = scope.GetRequiredService<NabijDb>();
                db.Add(activity);
                await scope.GetRequiredService<PlanDates>().HandleAsync(activity, default);
                await db.SaveChangesAsync();
                return activity;
            }
        );

    /// <summary>The hall of the school: on working days from eight to ten in the evening. Erik says yes or no.</summary>
    public Task<Room> LendHallAsync() =>
        SaveAsync(_ =>
        {
            var room = new Room();
            OpenSpan[] hours = [.. Enumerable.Range(1, 5).Select(day => new OpenSpan((IsoDayOfWeek)day, new(8, 0), new(22, 0)))];
            var rules = new OwnersRules("Zet de stoelen terug.", hours, RoomUse.Meeting | RoomUse.Eating, RoomGuests.Everybody, 2, 240, null, 7, true, true, false);
            var details = new RoomDetails(School, "Aula", "Schoolstraat 11", null, null, 40, RoomAccess.Wheelchair, 1250, Erik, null, "In het kastje", "4711", rules);
            Assert.Null(room.Describe(details));
            return room;
        });

    public Task<T> SaveAsync<T>(Func<IServiceProvider, T> make)
        where T : class =>
        site.InAsync(
            community,
            async scope =>
            {
                var made = make(scope);
                var db = scope.GetRequiredService<NabijDb>();
                db.Add(made);
                await db.SaveChangesAsync();
                return made;
            }
        );

    private async Task<bool> BuildAsync(IServiceProvider scope)
    {
        var lines = Enumerable.Range(1, 10).Select(n => string.Create(CultureInfo.InvariantCulture, $"Lindelaan;{n};1611 AB;Bovenkarspel;{DoorAt(n).Longitude};52.7"));
        await scope.GetRequiredService<ImportAddresses>().HandleAsync(new StringReader(string.Join('\n', lines.Prepend("straatnaam;huisnummer;postcode;woonplaats;lon;lat"))), default);
        var home = (await scope.GetRequiredService<IPlaces>().InStreetAsync("Lindelaan", default)).Single(a => a.Number == 4).Id;
        Riet = await LivesAsync("Riet", "Bakker", new(Channel.Call, Phone: "+31228511234"), home);
        Erik = await LivesAsync("Erik", "Smit", new(Channel.Mail, $"erik@{community.Slug}.example"));
        Church = await HostsAsync("Kerk aan de Dijk", await LivesAsync("Karim", "Bouzid", new(Channel.Mail, MailOfKarim)));
        School = await HostsAsync("De Notenboom", Erik);
        var anja = await LivesAsync("Anja", "Visser", new(Channel.Mail, MailOfAnja));
        await SaveAsync(_ => new RoleAssignment(anja, Role.DistrictSupporter, scope: null, site.Clock.Now));
        return true;
    }

    private async Task<PersonId> LivesAsync(string given, string family, WaysToReach ways, AddressId? home = null) =>
        (
            await SaveAsync(scope =>
            {
                var person = new Person(given, family, new(ConsentWay.Spoken, site.Clock.Now, null)) { Home = home };
                Assert.Null(person.ReachBy(ways, scope.GetRequiredService<SensitiveText>().Fingerprint));
                return person;
            })
        ).Id;

    private async Task<OrganisationId> HostsAsync(string name, PersonId contact) =>
        (
            await SaveAsync(_ =>
            {
                var organisation = new Organisation();
                Assert.Null(organisation.Describe(new(name, "Activiteiten", "0228 52 00 00", contact, []), site.Clock.Now));
                return organisation;
            })
        ).Id;

    private static GeoPoint DoorAt(int number) => new(5.24 + number / 10000.0, 52.7);
}
