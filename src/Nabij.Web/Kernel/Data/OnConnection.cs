using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nabij.Kernel.Data;

/// <summary>One command that each connection begins with.</summary>
public abstract class OnConnection : DbConnectionInterceptor
{
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

    protected abstract DbCommand Command(DbConnection connection);
}
