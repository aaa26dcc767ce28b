using Microsoft.AspNetCore.Components.Endpoints;
using Nabij.Kernel.Tenancy;

namespace Nabij.Host;

/// <summary>A page of a community does not exist outside one; nor does an address that is nobody's.</summary>
public sealed class PagesNeedTheirCommunity(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, CurrentCommunity community)
    {
        if (http.GetEndpoint() is { } endpoint && (community.IsKnown || ExistsOutside(endpoint)))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool ExistsOutside(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is not { } page
        || page.IsDefined(typeof(WithoutCommunityAttribute), inherit: false);
}
