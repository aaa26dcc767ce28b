using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;

namespace Nabij.Modules.People.Forgetting;

/// <summary>
/// Goes through every encrypted column of the community and makes unreadable where somebody who was forgotten is still named
/// in the words of others. In the transaction of the caller.
/// </summary>
public sealed class BlackenWords(NabijDb db, SensitiveText sensitive, CurrentCommunity community)
{
    public async Task HandleAsync(Traces traces, CancellationToken ct)
    {
        foreach (var column in SensitiveColumns.In(db.Model))
            await HandleAsync(((IEntityType)column.DeclaringType).GetTableName()!, column.GetColumnName(), traces, ct);
    }

    private async Task HandleAsync(string table, string column, Traces traces, CancellationToken ct)
    {
        foreach (var (cipher, blackened) in await FoundAsync(table, column, traces, ct))
        {
            await using var update = Command($"""UPDATE "{table}" SET "{column}" = @text WHERE "{column}" = @cipher""");
            Add(update, "text", sensitive.Encrypt(blackened));
            Add(update, "cipher", cipher);
            await update.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<List<(string Cipher, string Blackened)>> FoundAsync(string table, string column, Traces traces, CancellationToken ct)
    {
        await using var select = Command($"""SELECT "{column}" FROM "{table}" WHERE "{SharedTables.Community}" = @community AND "{column}" IS NOT NULL""");
        Add(select, "community", community.Id.Value);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(0) is { Length: > 0 } cipher && traces.Blacken(sensitive.Decrypt(cipher)) is { } blackened)
                found.Add((cipher, blackened));
        }
        return found;
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        return command; // names come from the model, values are parameters
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
