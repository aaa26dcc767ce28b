using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security;

/// <summary>Every role visits every page: what is not for them does not exist, and nothing breaks.</summary>
public sealed class PagesAndRolesTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async ValueTask InitializeAsync() => app = await TestApp.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_visitor_sees_the_open_pages_and_is_asked_to_sign_in_for_the_others()
    {
        var wrong = new List<string>();
        foreach (var page in Pages())
        {
            var shown = await app.AsVisitor().VisitAsync(page.Url);
            var asExpected = page.IsOpen
                ? shown.Status is HttpStatusCode.OK or HttpStatusCode.NotFound
                : IsSignIn(shown, page);
            if (!asExpected)
                wrong.Add($"{page.Url}: {shown.Status} at {shown.Url}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(RolesAndNone))]
    public async Task Who_is_signed_in_sees_the_pages_of_their_roles_and_no_others(string roleOrNone)
    {
        var person = PersonId.New();
        var role = Enum.TryParse<Role>(roleOrNone, out var held) ? held : (Role?)null;
        if (role is not null)
            await app.GiveRoleAsync(person, held);
        var browser = await app.AsAsync(person);

        var wrong = new List<string>();
        foreach (var page in Pages())
        {
            var shown = await browser.VisitAsync(page.Url);
            var may = page.IsFor(role);
            var expected = (may, page.MayBeAbsent) switch
            {
                (true, false) => shown.Status is HttpStatusCode.OK,
                (true, true) => shown.Status is HttpStatusCode.OK or HttpStatusCode.NotFound,
                _ => shown.Status is HttpStatusCode.NotFound,
            };
            if (!expected)
                wrong.Add($"{page.Url}: {shown.Status}, may: {may}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_form_that_was_not_shown_by_us_is_refused_on_every_page()
    {
        var person = PersonId.New();
        foreach (var role in Enum.GetValues<Role>())
            await app.GiveRoleAsync(person, role);
        var browser = await app.AsAsync(person);

        var wrong = new List<string>();
        foreach (var page in Pages())
        {
            using var form = new FormUrlEncodedContent([new("_handler", "delete-everything")]);
            var shown = await browser.PostAsync(page.Url, form);
            if (shown.Status is not HttpStatusCode.BadRequest)
                wrong.Add($"{page.Url}: {shown.Status}");
        }

        Assert.Empty(wrong);
    }

    public static TheoryData<string> RolesAndNone => ["none", .. Enum.GetNames<Role>()];

    private static bool IsSignIn(Browser shown, Page page) =>
        page.Url != "inloggen" && shown.Url.Contains("/inloggen?terug=", StringComparison.Ordinal);

    private IEnumerable<Page> Pages() =>
        app.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(e => new Page(e))
            .DistinctBy(p => p.Url)
            .OrderBy(p => p.Url, StringComparer.Ordinal);

    private sealed record Page(RouteEndpoint Endpoint)
    {
        private static readonly Guid Nobody = Guid.CreateVersion7();

        /// <summary>A page about one thing, or of somebody's own, does not exist for whom there is none.</summary>
        public bool MayBeAbsent => Endpoint.RoutePattern.Parameters.Count > 0 || Url is "begin" or "ik" or "ik/gegevens" or "ik/helpen" or "mijn-cirkel";

        public bool IsOpen => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        /// <summary>The address within the community, with ids that are nobody's.</summary>
        public string Url =>
            string.Join(
                '/',
                Endpoint.RoutePattern.PathSegments.Select(s =>
                    string.Concat(
                        s.Parts.Select(p =>
                            p is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal ? literal.Content
                            : ((Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart)p).ParameterPolicies.Any(x => x.Content == "int") ? "404"
                            : Nobody.ToString()
                        )
                    )
                )
            );

        public bool IsFor(Role? role) =>
            IsOpen
            || Endpoint.Metadata.GetOrderedMetadata<ForRolesAttribute>() is var needed
                && needed.All(n => role is { } held && n.AllowedRoles.Contains(held));
    }
}
