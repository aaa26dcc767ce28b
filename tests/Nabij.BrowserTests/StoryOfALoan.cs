using Microsoft.Extensions.DependencyInjection;
using Nabij.BrowserTests.Support;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Directory.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Volunteers.Domain;
using NodaTime;

namespace Nabij.BrowserTests;

/// <summary>
/// A volunteer is lent and both organisations see it: Erik of De Notenboom asks for a pair of hands, Monique of De Zonnebloem lends Kees, both
/// say yes. Without script, on a phone and on a desk, in both languages.
/// </summary>
public sealed class StoryOfALoan(StreetSite site) : IClassFixture<StreetSite>
{
    private const string Work = "Koffie schenken";

    [Theory]
    [InlineData(390, "nl")]
    [InlineData(1280, "en")]
    public async Task A_volunteer_is_lent_and_both_organisations_see_the_same_shift(int width, string language)
    {
        var community = await site.BeginAsync($"leent-{width}-{language}");
        await site.InAsync(community, SettleAsync);
        await using var erik = await EnterAsync(community, "erik", width, language);
        await using var monique = await EnterAsync(community, "monique", width, language);
        await using var kees = await EnterAsync(community, "kees", width, language);

        await erik.VisitAsync("diensten/nieuw");
        await erik.FillAsync(erik.T["Volunteers.Shift.Title"], Work);
        await erik.FillAsync(erik.T["Volunteers.Shift.Where"], "De Notenboom");
        await erik.PressAsync(erik.T["Volunteers.Shift.Send"]); // the day was forgotten
        await erik.FillAsync(erik.T["Volunteers.Shift.First"], "2026-06-09");
        await erik.PressAsync(erik.T["Volunteers.Shift.Send"]);
        var shift = erik.Page.Url;

        await monique.VisitAsync("diensten");
        await monique.FollowAsync(Work);
        await monique.PressAsync(monique.T["Volunteers.Shift.Lend"]);
        await kees.VisitAsync("mijn-vrijwilligerswerk");
        await kees.FollowAsync(Work);
        await kees.PressAsync(kees.T["Volunteers.AskVolunteer.Answer.Yes"]);
        await erik.Page.GotoAsync(shift);
        await erik.PressAsync(erik.T["Volunteers.AskBorrower.Answer.Yes"]);

        foreach (var window in (Window[])[erik, monique])
        {
            await window.VisitAsync(shift);
            var text = await window.TextAsync();
            Assert.Contains("Kees Visser", text, StringComparison.Ordinal);
            Assert.Contains(window.T["Volunteers.Shift.StaysTheirs", ("lender", "De Zonnebloem")], text, StringComparison.Ordinal);
            await window.VisitAsync("diensten");
            Assert.Contains(window.T[ShiftState.Lent], await window.TextAsync(), StringComparison.Ordinal);
        }
        Assert.Equal("", string.Join('\n', ((Window[])[erik, monique, kees]).SelectMany(w => w.Wrong).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Two organisations with an editor each, and Kees who is a volunteer of one.</summary>
    private static async Task<bool> SettleAsync(IServiceProvider scope)
    {
        var (db, now) = (scope.GetRequiredService<NabijDb>(), scope.GetRequiredService<IClock>().GetCurrentInstant());
        var kees = Person("Kees", scope, now);
        db.Add(kees);
        foreach (var (name, given) in ((string, string)[])[("De Zonnebloem", "Monique"), ("De Notenboom", "Erik")])
        {
            var editor = Person(given, scope, now);
            var organisation = new Organisation();
            Assert.Null(organisation.Describe(new(name, "Doet veel", "0228 51 22 33", editor.Id, []), now));
            db.AddRange(editor, organisation, new RoleAssignment(editor.Id, Role.Editor, organisation.Id.Value, now));
            if (given == "Monique")
                db.Add(MemberOf(organisation.Id, kees.Id, now));
        }
        await db.SaveChangesAsync();
        return true;
    }

    private static Volunteer MemberOf(OrganisationId organisation, PersonId person, Instant now)
    {
        var volunteer = new Volunteer(VolunteerId.New(), person, new(VolunteerRole.Volunteer, organisation, ""), VolunteerVia.Web, now);
        Assert.Null(volunteer.PlanMeeting(now + Duration.FromDays(1), "De Linde", now));
        Assert.Null(volunteer.Start(new(VolunteerRole.Volunteer, organisation, false, ""), now));
        return volunteer;
    }

    private static Person Person(string given, IServiceProvider scope, Instant now)
    {
        var person = new Person(given, "Visser", new(ConsentWay.Spoken, now, null));
        Assert.Null(person.ReachBy(new(Channel.Mail, MailOf(given.ToLowerInvariant())), scope.GetRequiredService<SensitiveText>().Fingerprint));
        return person;
    }

    private Task<Window> EnterAsync(Community community, string given, int width, string language) => site.SignInAsync(community, MailOf(given), width, language);

    private static string MailOf(string given) => $"{given}@bovenkarspel.example";
}
