using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>Links by which organisations keep their activities.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000220_EditorLinks")]
public sealed class EditorLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "editor_links",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                ExpiresAt = table.Instant(),
                MadeAt = table.Instant(),
                Organisation = table.Id(),
                RevokedAt = table.Instant(nullable: true),
                SecretHash = table.Column<string>(maxLength: 64),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_editor_links", t => t.Id);
                table.CommunityKey("editor_links", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("editor_links");
        migrationBuilder.UniqueIndex("editor_links", "SecretHash");
        migrationBuilder.Index("editor_links", "Organisation");
    }
}
