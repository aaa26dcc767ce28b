using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Desk.Data.Migrations;

/// <summary>The counts above the list and on the map are read from an index alone.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000620_FollowUpsAtAGlance")]
public sealed class FollowUpsAtAGlance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_follow_ups_Community_ClosedAt_NextDate", "follow_ups");
        migrationBuilder.Index("follow_ups", "Community", "ClosedAt", "NextDate", "Owner", "StandIn");
        migrationBuilder.Index("follow_ups", "Community", "ClosedAt", "Buurt", "NextDate");
    }
}
