using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;

namespace Nabij.Demo.Telling;

/// <summary>Where a story is told: one community, in which each act is done in a scope of its own, as a request would be.</summary>
public sealed class Stage(IServiceProvider services, Community community)
{
    public Community Community => community;

    public StoryClock Clock { get; } = services.GetRequiredService<StoryClock>();

    /// <summary>Somebody does something, or the platform does so by itself.</summary>
    public async Task<T> ActAsync<T>(Func<IServiceProvider, Task<T>> act, Actor? by = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
        if (by is { } actor)
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().SignIn(actor.Person, actor.GivenName, actor.Roles);
        return await act(scope.ServiceProvider);
    }

    public Task SaveAsync(IReadOnlyCollection<object> entities) =>
        ActAsync(async scope =>
        {
            var db = scope.GetRequiredService<NabijDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(entities);
            return await db.SaveChangesAsync(CancellationToken.None);
        });
}

/// <summary>Who does something, with the roles they have.</summary>
public sealed record Actor(PersonId Person, string GivenName, params HeldRole[] Roles);

public static class Told
{
    /// <summary>A story in which somebody is refused what the teller thought possible is told wrongly.</summary>
    public static void Accept(this Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"The story cannot be told: {refusal.TextKey}.");
    }
}
