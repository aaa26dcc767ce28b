using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Call chains, and how each day of them went.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000520_CallChains")]
public sealed class CallChainTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddChains(migrationBuilder);
        AddRuns(migrationBuilder);
    }

    private static void AddChains(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "call_chains",
            table => new
            {
                Circle = table.Id(),
                Community = table.Community(),
                Days = table.Enum(),
                Minutes = table.Column<int>(),
                StandInStarter = table.Column<Guid>(nullable: true),
                StartsAt = table.Column<TimeOnly>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_call_chains", t => t.Circle);
                table.CommunityKey("call_chains", t => t.Community);
                table.CircleKey("call_chains", t => t.Circle);
            }
        );
        migrationBuilder.CommunityIndex("call_chains");

        migrationBuilder.CreateTable(
            "call_chain_links",
            table => new
            {
                Circle = table.Id(),
                Person = table.Id(),
                Community = table.Community(),
                KeyHolder = table.Column<Guid>(nullable: true),
                Place = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_call_chain_links", t => new { t.Circle, t.Person });
                table.CommunityKey("call_chain_links", t => t.Community);
                table.ForeignKey("FK_call_chain_links_call_chains_Circle", t => t.Circle, "call_chains", "Circle", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("call_chain_links");
        migrationBuilder.Index("call_chain_links", "Person");
    }

    private static void AddRuns(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "chain_runs",
            table => new
            {
                Id = table.Id(),
                AlarmsAt = table.Instant(),
                Circle = table.Id(),
                Community = table.Community(),
                Day = table.Column<DateOnly>(),
                Starter = table.Id(),
                StartsAt = table.Instant(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_chain_runs", t => t.Id);
                table.CommunityKey("chain_runs", t => t.Community);
                table.CircleKey("chain_runs", t => t.Circle);
            }
        );
        migrationBuilder.CommunityIndex("chain_runs");
        migrationBuilder.UniqueIndex("chain_runs", "Circle", "Day");
        migrationBuilder.Index("chain_runs", "Day");

        migrationBuilder.CreateTable(
            "chain_calls",
            table => new
            {
                Id = table.Id(),
                AlarmAt = table.Instant(),
                Called = table.Id(),
                Caller = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                KeyHolder = table.Column<Guid>(nullable: true),
                Place = table.Column<int>(),
                Reason = table.Column<string>(maxLength: 80),
                Run = table.Id(),
                State = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_chain_calls", t => t.Id);
                table.CommunityKey("chain_calls", t => t.Community);
                table.ForeignKey("FK_chain_calls_chain_runs_Run", t => t.Run, "chain_runs", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("chain_calls");
        migrationBuilder.Index("chain_calls", "Run");
        migrationBuilder.Index("chain_calls", "State", "AlarmAt");
    }
}
