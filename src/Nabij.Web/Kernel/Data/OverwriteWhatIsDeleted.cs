using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Nabij.Kernel.Data;

/// <summary>
/// What is changed or deleted in an SQLite file is overwritten with zeros, instead of left in the file until its place is
/// needed. PostgreSQL clears it when it vacuums, which it does by itself.
/// </summary>
public sealed class OverwriteWhatIsDeleted : DbConnectionInterceptor
{
    public static readonly OverwriteWhatIsDeleted Instance = new();

    private const string Ask = "PRAGMA secure_delete = ON";

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Writes the log of SQLite into the file and empties it, for older pages are in it. Busy readers put it off.</summary>
    public static async Task EmptyLogAsync(DatabaseFacade database, CancellationToken ct)
    {
        if (database.IsSqlite())
            await database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
    }

    private static SqliteCommand Command(DbConnection connection)
    {
        var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = Ask;
        return command;
    }
}
