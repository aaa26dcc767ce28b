using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;

namespace Nabij.Tests.Support;

/// <summary>What a database looks like, in sorted lines that can be compared: columns, keys and indexes of every table.</summary>
public static class Schema
{
    private const string OfSqlite = """
        SELECT m.name || '.' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' NOT NULL' ELSE '' END
               || CASE WHEN c.pk > 0 THEN ' PK' || c.pk ELSE '' END || coalesce(' DEFAULT ' || c.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT i.name || ' ON ' || i.tbl_name || ' ' || substr(i.sql, instr(i.sql, '('))
               || CASE WHEN i.sql LIKE 'CREATE UNIQUE%' THEN ' UNIQUE' ELSE '' END
        FROM sqlite_master i WHERE i.type = 'index' AND i.sql IS NOT NULL
        UNION ALL
        SELECT m.name || ' -> ' || f."table" || ' ' || f."from" || ' ' || f."to" || ' ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string OfPostgres = """
        SELECT table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
               || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        """;

    public static async Task<IReadOnlyList<string>> OfAsync(NabijDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = TestDatabase.IsPostgres ? OfPostgres : OfSqlite;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return
        [
            .. lines
                .Where(l => !l.Contains("__EFMigrations", StringComparison.Ordinal) && !l.Contains("qrtz_", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
    }
}
