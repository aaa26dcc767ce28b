using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Nabij.Modules.Circles.Data.Migrations;

internal static class CircleKeys
{
    /// <summary>The foreign key to a circle.</summary>
    public static void CircleKey<T>(
        this CreateTableBuilder<T> table,
        string name,
        Expression<Func<T, object>> column,
        string columnName = "Circle"
    ) => table.ForeignKey($"FK_{name}_circles_{columnName}", column, "circles", "Id", onDelete: ReferentialAction.Restrict);
}
