using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Desk.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261121000400_Desk")]
public sealed class FollowUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "follow_ups",
            table => new
            {
                Id = table.Id(),
                AlarmedAt = table.Instant(nullable: true),
                Buurt = table.Column<string>(maxLength: 20, nullable: true),
                ClosedAt = table.Instant(nullable: true),
                Community = table.Community(),
                NextDate = table.Instant(),
                OpenedAt = table.Instant(),
                Owner = table.Column<Guid>(nullable: true),
                Path = table.Column<string>(maxLength: 200),
                Reason = table.Column<string>(maxLength: 80),
                StandIn = table.Column<Guid>(nullable: true),
                SubjectId = table.Id(),
                SubjectKind = table.Column<string>(maxLength: 40),
                TakenBy = table.Column<Guid>(nullable: true),
                Title = table.Column<string>(),
                Word = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_follow_ups", t => t.Id);
                table.CommunityKey("follow_ups", t => t.Community);
            }
        );
        migrationBuilder.Index("follow_ups", "Community", "ClosedAt", "NextDate");
        migrationBuilder.CreateIndex(
            "IX_follow_ups_Community_SubjectId_SubjectKind",
            "follow_ups",
            ["Community", "SubjectId", "SubjectKind"],
            unique: true,
            filter: FollowUpMapping.WhileOpen
        );
    }
}
