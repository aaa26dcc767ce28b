using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>The week on paper, by buurt, and who brings it round.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122003010_WeekSheets")]
public sealed class WeekSheets : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "week_sheets",
            table => new
            {
                Id = table.Id(),
                Buurt = table.Column<string>(maxLength: 10),
                Community = table.Community(),
                MadeAt = table.Instant(),
                Mark = table.Column<string>(maxLength: 64),
                State = table.Enum(),
                StateSince = table.Instant(),
                Week = table.Column<DateOnly>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_week_sheets", t => t.Id);
                table.CommunityKey("week_sheets", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("week_sheets", "Community", "Week", "Buurt");
        migrationBuilder.CreateTable(
            "sheet_rounds",
            table => new
            {
                Id = table.Id(),
                Buurt = table.Column<string>(maxLength: 10),
                Carrier = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                Copies = table.Column<int>(),
                StandIn = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sheet_rounds", t => t.Id);
                table.CommunityKey("sheet_rounds", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("sheet_rounds", "Community", "Buurt");
    }
}
