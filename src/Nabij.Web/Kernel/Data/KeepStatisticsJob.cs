using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Jobs;

namespace Nabij.Kernel.Data;

/// <summary>
/// Lets SQLite count its rows anew, so that it knows which index finds few. Without that, it thinks most questions are
/// best answered by reading all rows of the community. PostgreSQL counts by itself.
/// </summary>
public sealed class KeepStatisticsJob(NabijDb db) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return;
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; ANALYZE", ct);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection()); // who is connected does not see the new counts
    }
}
