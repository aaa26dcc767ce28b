using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Gaps.Data;

/// <summary>What people miss, and the plans that come of it.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000410_Gaps")]
public sealed class GapsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "missed",
            table => new
            {
                Id = table.Id(),
                Access = table.Column<int>(),
                Buurt = table.Column<string>(maxLength: 10),
                Community = table.Community(),
                HeardBy = table.Enum(),
                NotedOn = table.Column<DateOnly>(),
                Part = table.Enum(),
                Theme = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_missed", t => t.Id);
                table.CommunityKey("missed", t => t.Community);
            }
        );
        migrationBuilder.Index("missed", "Community", "NotedOn");
        migrationBuilder.CreateTable(
            "gap_plans",
            table => new
            {
                Id = table.Id(),
                Access = table.Column<int>(),
                Activity = table.Id(),
                Booking = table.Id(),
                Buurt = table.Column<string>(maxLength: 10),
                Community = table.Community(),
                NextDate = table.Column<DateOnly>(),
                OpenedAt = table.Instant(),
                Owner = table.Column<Guid>(nullable: true),
                Part = table.Enum(),
                StandIn = table.Column<Guid>(nullable: true),
                State = table.Enum(),
                StateSince = table.Instant(),
                Theme = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_gap_plans", t => t.Id);
                table.CommunityKey("gap_plans", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("gap_plans");
    }
}
