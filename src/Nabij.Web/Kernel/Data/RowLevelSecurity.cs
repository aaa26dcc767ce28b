using Microsoft.EntityFrameworkCore;

namespace Nabij.Kernel.Data;

/// <summary>
/// PostgreSQL's own guard behind the query filter of the model: each table of a community lets through the rows of the
/// community that <see cref="CommunityOnConnection"/> named, to read and to write, and none when it named none.
/// It binds every database user but a superuser, the owner of the tables included; so the platform runs as neither.
/// </summary>
public static class RowLevelSecurity
{
    private const string Policy = "own_community";

    public static async Task ApplyAsync(NabijDb db, CancellationToken ct)
    {
        if (!db.Database.IsNpgsql())
            return;
        foreach (var table in TablesOfACommunity(db))
            await db.Database.ExecuteSqlRawAsync(Statements(table), ct);
    }

    /// <summary>Tells a connection that is open already, within a transaction, for which community it goes on.</summary>
    public static async Task GoOnForAsync(NabijDb db, CommunityId community, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select set_config({CommunityOnConnection.Setting}, {community.Value.ToString()}, false)", ct);
    }

    public static IEnumerable<string> TablesOfACommunity(NabijDb db) =>
        db.Model.GetEntityTypes()
            .Where(e => !e.IsShared() && !e.IsOwned())
            .Select(e => e.GetTableName()!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static string Statements(string table) =>
        $"""
            ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
            ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
            DROP POLICY IF EXISTS {Policy} ON "{table}";
            CREATE POLICY {Policy} ON "{table}"
                USING ("{SharedTables.Community}" = nullif(current_setting('{CommunityOnConnection.Setting}', true), '')::uuid);
            """;
}
