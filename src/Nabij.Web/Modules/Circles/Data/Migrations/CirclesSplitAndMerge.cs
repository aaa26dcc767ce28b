using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Circles that are split or go on as one, with what went along, so that there is a way back.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000500_CirclesSplitAndMerge")]
public sealed class CirclesSplitAndMerge : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("EndedAt", "circles", nullable: true);

        migrationBuilder.CreateTable(
            "circle_reshapings",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                Community = table.Community(),
                From = table.Id(),
                Kind = table.Enum(),
                To = table.Id(),
                UndoneAt = table.Instant(nullable: true),
                LeadOfFrom_First = table.Column<Guid>(nullable: true),
                LeadOfFrom_Reserve = table.Column<Guid>(nullable: true),
                LeadOfFrom_Second = table.Column<Guid>(nullable: true),
                LeadOfTo_First = table.Column<Guid>(nullable: true),
                LeadOfTo_Reserve = table.Column<Guid>(nullable: true),
                LeadOfTo_Second = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_reshapings", t => t.Id);
                table.CommunityKey("circle_reshapings", t => t.Community);
                table.CircleKey("circle_reshapings", t => t.From, "From");
                table.CircleKey("circle_reshapings", t => t.To, "To");
            }
        );
        migrationBuilder.CommunityIndex("circle_reshapings");
        migrationBuilder.Index("circle_reshapings", "From");
        migrationBuilder.Index("circle_reshapings", "To");

        migrationBuilder.CreateTable(
            "circle_reshaped_parts",
            table => new
            {
                Reshaping = table.Id(),
                Kind = table.Enum(),
                What = table.Id(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_reshaped_parts", t => new { t.Reshaping, t.Kind, t.What });
                table.CommunityKey("circle_reshaped_parts", t => t.Community);
                table.ForeignKey(
                    "FK_circle_reshaped_parts_circle_reshapings_Reshaping",
                    t => t.Reshaping,
                    "circle_reshapings",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CommunityIndex("circle_reshaped_parts");
    }
}
