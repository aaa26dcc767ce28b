using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Nabij.Kernel.Data.Migrations;

/// <summary>
/// The words in which migrations are written: provider-neutral, so column types come from the .NET types of the columns
/// (<c>Guid</c> for typed ids, <c>DateTime</c> for instants, <c>string</c> with length 40 for enums).
/// </summary>
public static class Tables
{
    extension(ColumnsBuilder table)
    {
        public OperationBuilder<AddColumnOperation> Id() => table.Column<Guid>();

        public OperationBuilder<AddColumnOperation> Enum(bool nullable = false) =>
            table.Column<string>(maxLength: 40, nullable: nullable);

        public OperationBuilder<AddColumnOperation> Instant(bool nullable = false) =>
            table.Column<DateTime>(nullable: nullable);

        /// <summary>The community that the row belongs to; see <see cref="CommunityKey{T}"/>.</summary>
        public OperationBuilder<AddColumnOperation> Community() => table.Column<Guid>();
    }

    /// <summary>The foreign key to the community. Add the index with <see cref="CommunityIndex"/>.</summary>
    public static void CommunityKey<T>(this CreateTableBuilder<T> table, string name, System.Linq.Expressions.Expression<Func<T, object>> column) =>
        table.ForeignKey(
            $"FK_{name}_communities_{SharedTables.Community}",
            column,
            "communities",
            "Id",
            onDelete: ReferentialAction.Restrict
        );

    extension(MigrationBuilder migration)
    {
        public void CommunityIndex(string table) =>
            migration.CreateIndex($"IX_{table}_{SharedTables.Community}", table, SharedTables.Community);

        public void Index(string table, params string[] columns) =>
            migration.CreateIndex($"IX_{table}_{string.Join('_', columns)}", table, columns);

        public void UniqueIndex(string table, params string[] columns) =>
            migration.CreateIndex($"IX_{table}_{string.Join('_', columns)}", table, columns, unique: true);
    }
}
