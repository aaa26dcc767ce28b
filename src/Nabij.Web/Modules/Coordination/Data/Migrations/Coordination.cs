using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Coordination.Data.Migrations;

/// <summary>Calls to the one number, who answers it when, and handing over.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122004010_Coordination")]
public sealed class Coordination : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddCalls(migrationBuilder);
        AddRota(migrationBuilder);
        migrationBuilder.CreateTable(
            "handovers",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                By = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                Note = table.Column<string>(),
                TakenAt = table.Instant(nullable: true),
                TakenBy = table.Column<Guid>(nullable: true),
                To = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_handovers", t => t.Id);
                table.CommunityKey("handovers", t => t.Community);
            }
        );
        migrationBuilder.Index("handovers", "Community", "At");
        migrationBuilder.CreateTable(
            "outside_hours",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                Words = table.Column<string>(maxLength: 300),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outside_hours", t => t.Id);
                table.CommunityKey("outside_hours", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("outside_hours", "Community");
    }

    private static void AddCalls(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "calls",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                Caller = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                ForgottenAt = table.Instant(nullable: true),
                Kind = table.Enum(),
                Path = table.Column<string>(maxLength: 120),
                SettledAt = table.Instant(nullable: true),
                TakenBy = table.Column<Guid>(nullable: true),
                Words = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_calls", t => t.Id);
                table.CommunityKey("calls", t => t.Community);
            }
        );
        migrationBuilder.Index("calls", "Community", "At");
        migrationBuilder.Index("calls", "Caller");
    }

    private static void AddRota(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "duty_shifts",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                From = table.Column<TimeOnly>(),
                Person = table.Column<Guid>(nullable: true),
                StandIn = table.Column<Guid>(nullable: true),
                Until = table.Column<TimeOnly>(),
                Weekday = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_duty_shifts", t => t.Id);
                table.CommunityKey("duty_shifts", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("duty_shifts");
        migrationBuilder.CreateTable(
            "duty_changes",
            table => new
            {
                Id = table.Id(),
                Closed = table.Column<bool>(),
                Community = table.Community(),
                Date = table.Column<DateOnly>(),
                Person = table.Column<Guid>(nullable: true),
                Shift = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_duty_changes", t => t.Id);
                table.CommunityKey("duty_changes", t => t.Community);
                table.ForeignKey("FK_duty_changes_duty_shifts_Shift", t => t.Shift, "duty_shifts", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("duty_changes");
        migrationBuilder.UniqueIndex("duty_changes", "Shift", "Date");
    }
}
