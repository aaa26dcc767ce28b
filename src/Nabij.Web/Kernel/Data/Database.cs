using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Nabij.Kernel.Data;

/// <summary>The connection string chooses: one with <c>Host=</c> is PostgreSQL, one with <c>Data Source=</c> is SQLite.</summary>
public static class Database
{
    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static IServiceCollection AddNabijDb(this IServiceCollection services, string connectionString)
    {
        services.AddScoped<CommunityOnConnection>();
        return services.AddDbContext<NabijDb>((scope, db) => db.UseNabij(connectionString, scope));
    }

    private static void UseNabij(this DbContextOptionsBuilder db, string connectionString, IServiceProvider scope)
    {
        if (IsPostgres(connectionString))
            db.UseNpgsql(connectionString).AddInterceptors(scope.GetRequiredService<CommunityOnConnection>());
        else
            // a list of values is one parameter, as in PostgreSQL: its SQL is made once, however long the list
            db.UseSqlite(
                    $"{connectionString};Foreign Keys=True;Default Timeout=30",
                    sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
                .AddInterceptors(OverwriteWhatIsDeleted.Instance);

        db.ReplaceService<IModelCacheKeyFactory, ModelForTheseKeys>()
            .AddInterceptors(QueryCounter.Instance)
            // the migrations are written by hand and a test compares them with the model, so there is no snapshot
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
