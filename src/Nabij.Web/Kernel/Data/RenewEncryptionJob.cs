using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nabij.Kernel.Jobs;

namespace Nabij.Kernel.Data;

/// <summary>
/// Encrypts anew, under today's key, what is still under an older one; so that a key that leaked, or has served its time,
/// opens nothing any more. Goes through every sensitive column; a row that changed meanwhile is left alone.
/// </summary>
public sealed class RenewEncryptionJob(NabijDb db, SensitiveText sensitive) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        foreach (var property in SensitiveColumns.In(db.Model))
            await RenewAsync(property, ct);
    }

    private async Task RenewAsync(IProperty property, CancellationToken ct)
    {
        foreach (var cipher in await OlderAsync(property, ct))
        {
            await using var update = Command(
                $"""UPDATE "{Table(property)}" SET "{property.GetColumnName()}" = @renewed WHERE "{property.GetColumnName()}" = @cipher"""
            );
            Add(update, "renewed", sensitive.Encrypt(sensitive.Decrypt(cipher)));
            Add(update, "cipher", cipher);
            await update.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task<List<string>> OlderAsync(IProperty property, CancellationToken ct)
    {
        await using var select = Command(
            $"""SELECT "{property.GetColumnName()}" FROM "{Table(property)}" WHERE "{SharedTables.Community}" = @community AND "{property.GetColumnName()}" IS NOT NULL"""
        );
        Add(select, "community", db.Here.Value);
        await using var reader = await select.ExecuteReaderAsync(ct);
        var older = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetString(0) is { Length: > 0 } cipher && sensitive.IsUnderOlderKey(cipher))
                older.Add(cipher);
        }
        return older;
    }

    private static string Table(IProperty property) => ((IEntityType)property.DeclaringType).GetTableName()!;

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql; // names come from the model, values are parameters
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
