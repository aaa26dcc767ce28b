using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.Circles.Redrawing;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Circles.Redrawing;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Paper;

public sealed class VersionsTests
{
    [Fact]
    public async Task When_somebody_leaves_the_list_is_printed_again_and_names_the_old_one_void()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, truus, riet) = await CircleOfTruusAsync(app);
        await HandOutAsync(truus, circle);
        Assert.True(truus.Shows("Versie 1 klopt. Rondgebracht op dinsdag 2 juni."));

        await app.LeaveAsync(circle, riet);

        Assert.Equal("Circles.FollowUp.Reprint", await ReasonAsync(app, circle));
        Assert.True((await truus.VisitAsync($"cirkels/{circle.Value}/printen")).Shows("Versie 1 klopt niet meer."));
        await truus.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        Assert.True(truus.Shows("Versie 2. Versie 1 en ouder gelden niet meer. Gooi die weg."));
        await HandOutAsync(truus, circle);
        Assert.Null(await ReasonAsync(app, circle));
    }

    [Fact]
    public async Task Another_number_is_noticed_within_the_hour_and_the_desk_sees_it_on_its_print_list()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, truus, riet) = await CircleOfTruusAsync(app);
        await HandOutAsync(truus, circle);
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var desk = await app.AsAsync(anja, "Anja");
        Assert.True((await desk.VisitAsync("cirkels/printlijst")).Shows("Alles wat rondgaat klopt"));

        await app.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<NabijDb>();
            var person = await db.Set<Person>().SingleAsync(p => p.Id == riet.Id);
            Assert.Null(person.ReachBy(new(Channel.Call, Phone: PhoneNumber.Read("030 888 77 66")), scope.GetRequiredService<SensitiveText>().Fingerprint));
            return await db.SaveChangesAsync();
        });
        await app.RunAsync<ComparePapersJob>();

        Assert.Equal("Circles.FollowUp.Reprint", await ReasonAsync(app, circle));
        Assert.True((await desk.VisitAsync("cirkels/printlijst")).Shows("Telefoonlijst"));
        await truus.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        Assert.True(truus.Shows("030 888 77 66"));
    }

    [Fact]
    public async Task After_a_split_both_circles_print_a_next_version_for_the_old_list_hangs_in_both()
    {
        await using var app = await TestApp.StartAsync();
        var circle = await BigCircle.StartAsync(app);
        var anja = PersonId.New();
        await app.GiveRoleAsync(anja, Role.DistrictSupporter);
        var desk = await app.AsAsync(anja, "Anja");
        await HandOutAsync(desk, circle.Id);
        var eik = CircleId.New();

        await app.DoAsync<SplitCircle>(s => s.HandleAsync(circle.Id, eik, [BigCircle.Eikstraat], "Eikstraat", default));

        foreach (var (id, neighbours) in ((CircleId, int)[])[(circle.Id, 10), (eik, 9)])
        {
            Assert.Equal("Circles.FollowUp.Reprint", await ReasonAsync(app, id));
            await desk.VisitAsync($"cirkels/{id.Value}/telefoonlijst");
            Assert.True(desk.Shows("Versie 2. Versie 1 en ouder gelden niet meer."));
            Assert.Equal(neighbours + 1, desk.Page.QuerySelectorAll(".nb-phones__line").Length);
        }
    }

    [Fact]
    public async Task The_rules_of_the_house_are_printed_in_large_letters()
    {
        await using var app = await TestApp.StartAsync();
        var (circle, truus, _) = await CircleOfTruusAsync(app);

        await (await truus.VisitAsync($"cirkels/{circle.Value}/printen")).VisitAsync($"cirkels/{circle.Value}/afspraken");

        Assert.NotNull(truus.Page.QuerySelector(".nb-sheet--large"));
        Assert.True(truus.Shows("Nee zeggen mag altijd."));
    }

    private static async Task HandOutAsync(Browser browser, CircleId circle)
    {
        await browser.VisitAsync($"cirkels/{circle.Value}/telefoonlijst");
        await browser.VisitAsync($"cirkels/{circle.Value}/printen");
        await browser.PressAsync("Iedereen heeft hem: Telefoonlijst");
    }

    private static async Task<(CircleId, Browser, Person Riet)> CircleOfTruusAsync(TestApp app)
    {
        var circle = await app.StartCircleAsync();
        var truus = await app.AddMemberAsync(circle, "Truus", "Visser", "030 123 45 67");
        var kees = await app.AddMemberAsync(circle, "Kees", "Jansen", "030 765 43 21");
        var riet = await app.AddMemberAsync(circle, "Riet", "Bakker", "030 222 33 44");
        await app.NameContactsAsync(circle, truus, kees);
        return (circle, await app.AsAsync(truus.Id, "Truus"), riet);
    }

    private static Task<string?> ReasonAsync(TestApp app, CircleId circle) =>
        app.InDbAsync(db =>
            db.Set<FollowUp>().Where(f => f.SubjectKind == "CirclePapers" && f.SubjectId == circle.Value && f.ClosedAt == null).Select(f => f.Reason).SingleOrDefaultAsync()
        );
}
