using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;

namespace Nabij.Host;

/// <summary>What the program can do: <c>serve</c> (when nothing is said) and <c>migrate</c>.</summary>
public static class Verbs
{
    public static async Task<int> RunVerbAsync(this WebApplication app, string[] args)
    {
        if (args is ["migrate", ..] || app.Configuration.GetValue("Database:MigrateAtStart", defaultValue: true))
            await app.Services.MigrateAsync(CancellationToken.None);
        if (args is not ["migrate", ..])
            await app.RunAsync();
        return 0;
    }

    /// <summary>Brings the database up to date and, on PostgreSQL, guards each table.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        await db.Database.MigrateAsync(ct);
        await RowLevelSecurity.ApplyAsync(db, ct);
        // the key ring and the fingerprint key exist before the first page asks for them
        scope.ServiceProvider.GetRequiredService<SensitiveText>().Fingerprint("");
    }
}
