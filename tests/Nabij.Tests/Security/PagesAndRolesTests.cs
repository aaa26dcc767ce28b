using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Tests.Support;

namespace Nabij.Tests.Security;

/// <summary>What is not for visitors asks them to sign in, and no page takes a form that it did not show. See Rights for who may what.</summary>
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
    }
}
