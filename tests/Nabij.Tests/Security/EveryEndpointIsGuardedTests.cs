using Nabij.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Nabij.Tests.Security;

/// <summary>What is open to everybody, and what takes a post without being a page, is written down here and nowhere else.</summary>
public sealed class EveryEndpointIsGuardedTests
{
    private static readonly string[] OpenToEverybody =
    [
        "/",
        "/_framework/opaque-redirect",
        "/agenda",
        "/agenda.ics",
        "/agenda.rss",
        "/agenda/gemist",
        "/agenda/maand",
        "/agenda/maandblad",
        "/agenda/mijn/{secret}.ics",
        "/agenda/organisatie/{id:guid}.ics",
        "/agenda/weekblad",
        "/agenda/{Id:guid}",
        "/agenda/{Id:guid}/poster",
        "/agenda/{Id:guid}/{DateId:guid}",
        "/agenda/{Id:guid}/{DateId:guid}/aanmelden",
        "/agenda/{Id:guid}/{DateId:guid}/bijeenkomst",
        "/antwoord/{Secret}",
        "/begin",
        "/bewaartermijnen",
        "/contact",
        "/fout/{Code:int?}",
        "/gewist",
        "/health/live",
        "/health/ready",
        "/hulp-vragen",
        "/inloggen",
        "/inloggen/code",
        "/inloggen/organisatie/{Id:guid}",
        "/inloggen/organisatie/{Id:guid}/terug",
        "/inloggen/sleutel",
        "/letters/{size}",
        "/over",
        "/privacy",
        "/redactie/{Secret}",
        "/redactie/{Secret}/nieuw",
        "/redactie/{Secret}/{Id:guid}",
        "/redactie/{Secret}/{Id:guid}/wijzig",
        "/sms-antwoord",
        "/taal/{language}",
        "/thema.css",
        "/toegankelijkheid",
        "/vrijwilliger-worden",
        "/vrijwilliger-worden/formulier",
    ];
    private static readonly string[] PostsOutsidePages = ["/sms-antwoord"];

    [Fact]
    public async Task Only_the_listed_routes_are_open_to_everybody()
    {
        await using var app = await TestApp.StartAsync();
        var open = Routes(app)
            .Where(e =>
                e.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || e.Metadata.GetMetadata<IAuthorizeData>() is null
            );

        Assert.Equal(
            OpenToEverybody,
            open.Select(Pattern).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Only_the_listed_routes_take_a_post_without_the_antiforgery_check_of_a_page()
    {
        await using var app = await TestApp.StartAsync();
        var posts = Routes(app)
            .Where(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST", StringComparer.Ordinal)
                == true
            )
            .Where(e =>
                e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is null
            );

        Assert.Equal(PostsOutsidePages, posts.Select(Pattern).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<RouteEndpoint> Routes(TestApp app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Pattern(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText ?? "";
}
