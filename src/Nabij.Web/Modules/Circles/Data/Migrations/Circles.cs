using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Circles, their members, their front doors and which lie next to each other.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000800_Circles")]
public sealed class Circles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "circles",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                FirstContact = table.Column<Guid>(nullable: true),
                Name = table.Column<string>(maxLength: 60),
                Outline = table.Column<string>(),
                OwnHouseRules = table.Column<string>(maxLength: 1000),
                Reserve = table.Column<Guid>(nullable: true),
                SecondContact = table.Column<Guid>(nullable: true),
                StartedAt = table.Instant(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circles", t => t.Id);
                table.CommunityKey("circles", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("circles");

        migrationBuilder.CreateTable(
            "circle_members",
            table => new
            {
                Id = table.Id(),
                Circle = table.Id(),
                Community = table.Community(),
                OwnWords = table.Column<string>(),
                Person = table.Id(),
                SharesNumber = table.Column<bool>(),
                Since = table.Column<DateOnly>(),
                Until = table.Column<DateOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_members", t => t.Id);
                table.CommunityKey("circle_members", t => t.Community);
                OfCircle(table, "circle_members", t => t.Circle, "Circle");
            }
        );
        migrationBuilder.Index("circle_members", "Circle");
        migrationBuilder.CreateIndex(
            "IX_circle_members_Community_Person",
            "circle_members",
            ["Community", "Person"],
            unique: true,
            filter: "\"Until\" IS NULL"
        );

        migrationBuilder.CreateTable(
            "circle_addresses",
            table => new
            {
                Community = table.Community(),
                Address = table.Id(),
                Circle = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_addresses", t => new { t.Community, t.Address });
                table.CommunityKey("circle_addresses", t => t.Community);
                OfCircle(table, "circle_addresses", t => t.Circle, "Circle");
            }
        );
        migrationBuilder.Index("circle_addresses", "Circle");

        migrationBuilder.CreateTable(
            "circle_pairs",
            table => new
            {
                One = table.Id(),
                Other = table.Id(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_pairs", t => new { t.One, t.Other });
                table.CommunityKey("circle_pairs", t => t.Community);
                OfCircle(table, "circle_pairs", t => t.One, "One");
                OfCircle(table, "circle_pairs", t => t.Other, "Other");
            }
        );
        migrationBuilder.CommunityIndex("circle_pairs");
        migrationBuilder.Index("circle_pairs", "Other");
    }

    private static void OfCircle<T>(
        CreateTableBuilder<T> table,
        string name,
        System.Linq.Expressions.Expression<Func<T, object>> column,
        string columnName
    ) => table.ForeignKey($"FK_{name}_circles_{columnName}", column, "circles", "Id", onDelete: ReferentialAction.Restrict);
}
