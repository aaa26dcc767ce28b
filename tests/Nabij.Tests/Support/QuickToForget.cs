using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nabij.Tests.Support;

/// <summary>A SQLite database of tests need not survive a power cut: it does not wait for the disk.</summary>
internal sealed class QuickToForget : DbConnectionInterceptor
{
    public static readonly QuickToForget Instance = new();

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = OFF";
        command.ExecuteNonQuery();
    }
}
