using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Accounts.Data.Migrations;

/// <summary>Codes to sign in with.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000600_Accounts")]
public sealed class Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sign_in_codes",
            table => new
            {
                Id = table.Id(),
                AskedAt = table.Instant(),
                Community = table.Community(),
                Contact = table.Column<string>(),
                ContactFingerprint = table.Column<string>(maxLength: 43),
                EndedAt = table.Instant(nullable: true),
                ExpiresAt = table.Instant(),
                Hash = table.Column<string>(maxLength: 43, nullable: true),
                RemoteFingerprint = table.Column<string>(maxLength: 43),
                TriesLeft = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_in_codes", t => t.Id);
                table.CommunityKey("sign_in_codes", t => t.Community);
            }
        );
        migrationBuilder.Index("sign_in_codes", SharedTables.Community, "AskedAt");
        migrationBuilder.Index("sign_in_codes", SharedTables.Community, "ContactFingerprint", "AskedAt");
        migrationBuilder.Index("sign_in_codes", SharedTables.Community, "RemoteFingerprint", "AskedAt");
    }
}
