using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Desk.Data;
using Nabij.Modules.HelpRequests.Answering;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Widening;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.People.Roles;
using Nabij.Modules.Reach.Data;
using Nabij.Tests.Modules.HelpRequests;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Forgetting;

/// <summary>Riet asked for a lamp to be hung up, Kees said yes; then one of them is forgotten.</summary>
public sealed class ForgettingTests : IAsyncLifetime
{
    private HelpStreet street = null!;
    private HelpRequestId lamp;

    public async ValueTask InitializeAsync()
    {
        street = await HelpStreet.StartAsync();
        await street.LikeChoresAsync(street.Kees);
        lamp = await street.RietAsksAsync();
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        Assert.Null(await street.AnswersAsync(street.Kees, lamp, Answers.DoIt));
    }

    public ValueTask DisposeAsync() => street.DisposeAsync();

    [Fact]
    public async Task Riet_has_herself_erased_and_is_signed_out()
    {
        var riet = await street.App.AsAsync(street.Riet);
        await riet.VisitAsync("ik/bekend");
        await riet.FollowAsync("Laat mijn gegevens wissen");
        await riet.PressAsync("Wis nu");
        Assert.True(riet.Shows("Zet een vinkje als je het zeker weet."));

        riet.Choose("Ja, wis alles. Ik weet dat het niet terug kan.");
        await riet.PressAsync("Wis nu");

        Assert.EndsWith("/gewist", riet.Url, StringComparison.Ordinal);
        Assert.True(riet.Shows("We weten nu niet meer wie je bent."));
        await riet.VisitAsync("ik");
        Assert.Contains("inloggen", riet.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Riet_asked_ends_and_Kees_hears_so_without_her_name()
    {
        Assert.Null(await ForgetAsync(street.Riet));

        var request = await street.RequestAsync(lamp);
        Assert.Equal(HelpState.Withdrawn, request.State);
        Assert.Equal(("…", "", null), (request.Title, request.Details, request.Home));
        var last = await street.LastMessageAsync(street.Kees);
        Assert.Equal("HelpRequests.AskerIsGone", last.Reason);
        Assert.DoesNotContain("Riet", last.Words, StringComparison.Ordinal);
        Assert.Empty(await street.FollowUpsAsync(lamp));
    }

    [Fact]
    public async Task Whom_Kees_promised_to_help_gets_another_helper()
    {
        Assert.Null(await ForgetAsync(street.Kees));

        var request = await street.RequestAsync(lamp);
        Assert.Equal(HelpState.Searching, request.State);
        Assert.Equal("Wie hangt mijn lamp op?", request.Title);
        Assert.Equal("HelpRequests.HelperDroppedOut", (await street.LastMessageAsync(street.Riet)).Reason);
        Assert.Single(await street.FollowUpsAsync(lamp));
    }

    [Fact]
    public async Task A_contact_of_a_circle_steps_back_and_the_circle_comes_to_the_desk()
    {
        Assert.Null(await ForgetAsync(street.Truus));

        var circle = await street.App.InDbAsync(db => db.Circles.SingleAsync(c => c.Id == street.Lindelaan));
        Assert.Empty(circle.Contacts);
        Assert.True(await street.App.InDbAsync(db => db.FollowUps.Open.AnyAsync(f => f.SubjectId == street.Lindelaan.Value)));
        Assert.False(await street.App.InDbAsync(db => db.CircleMembers.Current.AnyAsync(m => m.Person == street.Truus)));
    }

    [Fact]
    public async Task The_record_stays_without_anything_in_it_and_cannot_be_found_or_opened()
    {
        Assert.Null(await ForgetAsync(street.Riet));

        var person = await street.App.InDbAsync(db => db.Persons.SingleAsync(p => p.Id == street.Riet));
        Assert.Equal((Person.Somebody, "", null, null, null), (person.GivenName, person.FamilyName, person.MailAddress, person.MobileNumber, person.MobileFingerprint));
        Assert.Empty(person.Names);
        var desk = await street.App.AsAsync(street.Joke, "Joke");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.VisitAsync($"mensen/{street.Riet.Value}")).Status);
        await desk.VisitAsync("mensen?zoek=Riet");
        Assert.False(desk.Shows("Riet Bakker"));
    }

    [Fact]
    public async Task That_it_was_done_and_by_whom_is_on_the_trail()
    {
        var desk = await street.App.AsAsync(street.Joke, "Joke");
        await desk.VisitAsync($"mensen/{street.Riet.Value}/bekend");
        await desk.FollowAsync("Wis de gegevens van Riet Bakker");
        desk.Choose("Ja, wis alles. Ik weet dat het niet terug kan.");
        await desk.PressAsync("Wis nu");
        Assert.True(desk.Shows("De gegevens zijn gewist"));

        var entry = await street.App.InDbAsync(db => db.Set<TrailEntry>().SingleAsync(e => e.What == "Trail.PersonForgotten"));
        Assert.Equal((street.Joke, street.Riet), (entry.Who, entry.About));
    }

    [Fact]
    public async Task The_only_one_who_runs_the_desk_hands_it_over_first()
    {
        Assert.IsType<LastDistrictSupporter>(await ForgetAsync(street.Joke));

        await street.App.GiveRoleAsync(street.Truus, Role.DistrictSupporter);
        Assert.Null(await ForgetAsync(street.Joke));
    }

    [Fact]
    public async Task Who_is_forgotten_is_forgotten_once()
    {
        Assert.Null(await ForgetAsync(street.Riet));
        Assert.NotNull(await ForgetAsync(street.Riet));
    }

    [Fact]
    public async Task What_was_told_to_others_about_Riet_is_blanked_and_of_other_things_stays()
    {
        var other = await street.AsksAsync(street.Nel);
        await street.TickAsync<WidenRingsJob>(street.App.Clock.Now);
        Assert.Null(await ForgetAsync(street.Riet));

        var told = await street.App.InDbAsync(db => db.Messages.Where(m => m.Person == street.Kees).ToListAsync());
        Assert.All(told.Where(m => m.Reason == "HelpRequests.YouHelp"), m => Assert.Equal("{}", m.Words));
        Assert.Equal("Wie hangt mijn lamp op?", (await street.RequestAsync(other)).Title);
    }

    private Task<Refusal?> ForgetAsync(PersonId person) => street.DoAsync<ForgetPerson, Refusal?>(street.Joke, forget => forget.HandleAsync(person, default));
}
