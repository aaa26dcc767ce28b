using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Versions of the papers that are handed out, neighbours who want to join, and who passes on to whom.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000510_CirclePapers")]
public sealed class CirclePapers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("PassedOnBy", "circle_members", nullable: true);

        migrationBuilder.CreateTable(
            "circle_papers",
            table => new
            {
                Id = table.Id(),
                Circle = table.Id(),
                Community = table.Community(),
                Fingerprint = table.Column<string>(maxLength: 43),
                HandedOutOn = table.Column<DateOnly>(nullable: true),
                Kind = table.Enum(),
                MadeOn = table.Column<DateOnly>(),
                Version = table.Column<int>(),
                VoidSince = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_papers", t => t.Id);
                table.CommunityKey("circle_papers", t => t.Community);
                table.CircleKey("circle_papers", t => t.Circle);
            }
        );
        migrationBuilder.CommunityIndex("circle_papers");
        migrationBuilder.UniqueIndex("circle_papers", "Circle", "Kind", "Version");

        migrationBuilder.CreateTable(
            "circle_join_wishes",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                BroughtBy = table.Id(),
                Circle = table.Id(),
                Community = table.Community(),
                Door = table.Id(),
                FamilyName = table.Column<string>(),
                GivenName = table.Column<string>(),
                Number = table.Column<string>(nullable: true),
                PassedOnBy = table.Column<Guid>(nullable: true),
                SettledAt = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_join_wishes", t => t.Id);
                table.CommunityKey("circle_join_wishes", t => t.Community);
                table.CircleKey("circle_join_wishes", t => t.Circle);
            }
        );
        migrationBuilder.CommunityIndex("circle_join_wishes");
        migrationBuilder.Index("circle_join_wishes", "Circle");
    }
}
