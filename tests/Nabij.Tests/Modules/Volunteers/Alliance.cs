using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Meeting;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Modules.Volunteers.SigningUp;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>
/// Monique keeps the page of De Zonnebloem, Erik that of De Notenboom. Anja runs the desk, Marco stands in for her. Kees is a volunteer
/// of De Zonnebloem, Riet a neighbour with a telephone. It is Tuesday 2 June 2026.
/// </summary>
internal sealed class Alliance : IAsyncDisposable
{
    public static readonly LocalDate Today = new(2026, 6, 2);
    public static readonly ShiftWork Coffee = new("Koffie schenken", "Buurthuis De Linde", new(2026, 6, 9), new(2026, 6, 9), new(10, 0), new(12, 0));

    private Alliance(TestApp app) => App = app;

    public TestApp App { get; }
    public Someone Anja { get; private set; } = null!;
    public Someone Monique { get; private set; } = null!;
    public Someone Erik { get; private set; } = null!;
    public Someone Kees { get; private set; } = null!;
    public Someone Riet { get; private set; } = null!;
    public PersonId Marco { get; private set; }
    public OrganisationId Zonnebloem { get; private set; }
    public OrganisationId Notenboom { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Alliance> StartAsync(TestApp? app = null)
    {
        var alliance = new Alliance(app ?? await TestApp.StartAsync());
        alliance.Marco = (await alliance.App.AddPersonAsync("Marco", "Kok")).Id;
        alliance.Riet = new((await alliance.AddAsync("Riet", "Bakker", "+31228510002")).Id);
        alliance.Kees = new((await alliance.AddAsync("Kees", "Jansen", "+31228510003")).Id);
        var anja = await alliance.AddAsync("Anja", "Visser", "+31228510001");
        await alliance.App.SaveAsync(new RoleAssignment(anja.Id, Role.DistrictSupporter, null, alliance.App.Clock.Now) { StandIn = alliance.Marco });
        alliance.Anja = new(anja.Id, new HeldRole(Role.DistrictSupporter, null));
        (alliance.Monique, alliance.Zonnebloem) = await alliance.BeginAsync("De Zonnebloem", "Monique", "+31228510004");
        (alliance.Erik, alliance.Notenboom) = await alliance.BeginAsync("De Notenboom", "Erik", "+31228510005");
        return alliance;
    }

    /// <summary>Somebody does something, with the roles they have.</summary>
    public Task<TResult> AsAsync<T, TResult>(Func<T, Task<TResult>> act, Someone who)
        where T : notnull =>
        App.InScopeAsync(scope =>
        {
            scope.GetRequiredService<CurrentPerson>().SignIn(who.Id, "", who.Roles);
            return act(scope.GetRequiredService<T>());
        });

    public async Task<VolunteerId> SignUpAsync(PersonId person, OrganisationId? organisation = null)
    {
        var (id, refused) = await AsAsync((SignUpVolunteer s) => s.HandleAsync(VolunteerId.New(), person, new(VolunteerRole.Volunteer, organisation, "Iets met koffie"), VolunteerVia.Phone, Ct), Anja);
        Assert.Null(refused);
        return id!.Value;
    }

    /// <summary>Signed up, met and a helper since.</summary>
    public async Task<VolunteerId> ActiveAsync(PersonId person, OrganisationId? organisation, bool needsVog = false)
    {
        var id = await SignUpAsync(person, organisation);
        Assert.Null(await AsAsync((MeetVolunteer m) => m.PlanAsync(id, App.Clock.Now + Duration.FromDays(1), "Buurthuis De Linde", Ct), Anja));
        Assert.Null(await AsAsync((MeetVolunteer m) => m.StartAsync(id, new(VolunteerRole.Volunteer, organisation, needsVog, "Eens in de week"), Ct), Anja));
        return id;
    }

    /// <summary>Erik asks for a pair of hands at De Notenboom.</summary>
    public async Task<ShiftId> AskAsync(ShiftWork? work = null, Borrower? borrower = null)
    {
        var id = ShiftId.New();
        Assert.Null(await AsAsync((AskForHands a) => a.HandleAsync(id, work ?? Coffee, borrower ?? new(Notenboom, null), Ct), borrower?.Circle is null ? Erik : Anja));
        return id;
    }

    /// <summary>De Zonnebloem lends Kees to De Notenboom, and both say yes.</summary>
    public async Task<ShiftId> LendAsync(VolunteerId member, ShiftWork? work = null)
    {
        var shift = await AskAsync(work);
        Assert.Null(await AsAsync((LendMember l) => l.HandleAsync(shift, member, Monique.Id, Ct), Monique));
        Assert.Null(await AsAsync((AnswerOffer a) => a.YesAsync(shift, LendingSide.Volunteer, Ct), Kees));
        Assert.Null(await AsAsync((AnswerOffer a) => a.YesAsync(shift, LendingSide.Borrower, Ct), Erik));
        return shift;
    }


    public Task<Shift> FindAsync(ShiftId id) => App.InDbAsync(db => db.Shifts.AsNoTracking().Include(s => s.Lendings).SingleAsync(s => s.Id == id, Ct));

    public Task<Volunteer> FindAsync(VolunteerId id) => App.InDbAsync(db => db.Volunteers.AsNoTracking().SingleAsync(v => v.Id == id, Ct));

    /// <summary>What is open about this, or null.</summary>
    public Task<FollowUp?> OpenAsync(Subject about) =>
        App.InDbAsync(db => db.Set<FollowUp>().AsNoTracking().SingleOrDefaultAsync(f => f.SubjectKind == about.Kind && f.SubjectId == about.Id && f.ClosedAt == null, Ct));

    public Task<Browser> BrowserAsync(Someone who) => App.AsAsync(who.Id);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private Task<Nabij.Modules.People.Domain.Person> AddAsync(string given, string family, string phone) => App.AddPersonAsync(given, family, new(Channel.Call, Phone: phone));

    private async Task<(Someone Editor, OrganisationId Organisation)> BeginAsync(string name, string editor, string phone)
    {
        var person = await AddAsync(editor, "de Vries", phone);
        var organisation = new Organisation();
        Assert.Null(organisation.Describe(new(name, "Doet veel", "0228 51 22 33", person.Id, []), App.Clock.Now));
        await App.SaveAsync(organisation);
        await App.GiveRoleAsync(person.Id, Role.Editor, organisation.Id.Value);
        return (new(person.Id, new HeldRole(Role.Editor, organisation.Id.Value)), organisation.Id);
    }
}

/// <summary>Who does something, with the roles they have.</summary>
internal sealed record Someone(PersonId Id, params HeldRole[] Roles);
