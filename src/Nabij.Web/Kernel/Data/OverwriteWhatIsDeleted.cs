using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Nabij.Kernel.Data;

/// <summary>
/// What is changed or deleted in an SQLite file is overwritten with zeros, instead of left in the file until its place is
/// needed. PostgreSQL clears it when it vacuums, which it does by itself.
/// </summary>
public sealed class OverwriteWhatIsDeleted : OnConnection
{
    public static readonly OverwriteWhatIsDeleted Instance = new();

    private const string Ask = "PRAGMA secure_delete = ON";

    /// <summary>Writes the log of SQLite into the file and empties it, for older pages are in it. Busy readers put it off.</summary>
    public static async Task EmptyLogAsync(DatabaseFacade database, CancellationToken ct)
    {
        if (database.IsSqlite())
            await database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }

    protected override DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Ask;
        return command;
    }
}
