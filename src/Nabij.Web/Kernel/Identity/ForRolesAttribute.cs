using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Nabij.Kernel.Identity;

/// <summary>A page for whoever has one of these roles; for all others it does not exist.</summary>
public sealed class ForRolesAttribute(params Role[] roles) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IReadOnlyList<Role> AllowedRoles => roles;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() =>
        [new RolesAuthorizationRequirement(roles.Select(r => r.ToString()))];
}

/// <summary>A page that one may come to before the second factor is given: to give it, or to leave.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeforeSecondFactorAttribute : Attribute;

/// <summary>
/// What one may not see does not exist: 404 for who is signed in, the sign-in page for who is not. Who has a role that asks for a
/// second factor is asked for that first, once in a session.
/// </summary>
public sealed class NotFoundInsteadOfForbidden : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (!authorizeResult.Challenged && MustVerifyFirst(context))
            return AskToVerify(context);
        if (!authorizeResult.Forbidden)
            return usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool MustVerifyFirst(HttpContext http) =>
        http.RequestServices.GetRequiredService<CurrentPerson>().MustVerify
        && http.GetEndpoint()?.Metadata.GetMetadata<BeforeSecondFactorAttribute>() is null;

    private static Task AskToVerify(HttpContext http)
    {
        var back = HttpMethods.IsGet(http.Request.Method) ? $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}" : $"{http.Request.PathBase}/";
        http.Response.Redirect($"{http.Request.PathBase}/inloggen/tweede?terug={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }
}
