using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;

namespace Nabij.Tests.Support;

/// <summary>All pages that there are and all ids that a community has, so that a test holds for pages of the future too.</summary>
public static class KnownPages
{
    extension(TestApp app)
    {
        public IReadOnlyList<KnownPage> Pages =>
            [
                .. app.Services.GetRequiredService<EndpointDataSource>()
                    .Endpoints.OfType<RouteEndpoint>()
                    .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                    .Select(e => new KnownPage(e.RoutePattern, e.Metadata.GetMetadata<ComponentTypeMetadata>()!.Type))
                    .DistinctBy(p => p.Pattern.RawText)
                    .OrderBy(p => p.Pattern.RawText, StringComparer.Ordinal),
            ];

        /// <summary>Ids of a few rows of every table of this community.</summary>
        public async Task<IReadOnlyList<Guid>> IdsAsync(Community community)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
            var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
            var ids = new List<Guid>();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsShared() && !e.IsOwned()))
            {
                if (entity.FindPrimaryKey() is { Properties: [{ Name: "Id" } key] })
                    ids.AddRange(await (Task<List<Guid>>)IdsOfMethod.MakeGenericMethod(entity.ClrType, key.ClrType).Invoke(null, [db])!);
            }
            return ids;
        }
    }

    private static readonly MethodInfo IdsOfMethod = typeof(KnownPages).GetMethod(nameof(IdsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static async Task<List<Guid>> IdsOf<TEntity, TId>(NabijDb db)
        where TEntity : class
    {
        var ids = await db.Set<TEntity>().Select(e => EF.Property<TId>(e, "Id")).OrderBy(id => id).Take(3).ToListAsync();
        return [.. ids.Select(id => id is Guid guid ? guid : (Guid)typeof(TId).GetProperty("Value")!.GetValue(id)!)];
    }
}

public sealed record KnownPage(RoutePattern Pattern, Type Component)
{
    public bool HasId => Pattern.Parameters.Any(p => p.ParameterPolicies.Any(policy => policy.Content == "guid"));

    public IEnumerable<string> QueryParameters =>
        Component
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (p.Name, p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
            .Where(p => p.Item2 is not null)
            .Select(p => p.Item2!.Name ?? p.Name);

    /// <summary>The address within the community, with this for every part that differs.</summary>
    public string Url(string id) =>
        string.Join(
            '/',
            Pattern.PathSegments.Select(s =>
                string.Concat(
                    s.Parts.Select(p =>
                        p is RoutePatternLiteralPart literal ? literal.Content
                        : ((RoutePatternParameterPart)p).ParameterPolicies.Any(x => x.Content == "int") ? "404"
                        : id
                    )
                )
            )
        );
}
