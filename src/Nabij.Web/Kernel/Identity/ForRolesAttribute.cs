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

/// <summary>What one may not see does not exist: 404 for who is signed in, the sign-in page for who is not.</summary>
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
        if (!authorizeResult.Forbidden)
            return usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
