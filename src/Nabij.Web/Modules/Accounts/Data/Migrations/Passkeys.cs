using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Accounts.Data.Migrations;

/// <summary>Passkeys, and what was used that is good once.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122002100_Passkeys")]
public sealed class Passkeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "passkeys",
            table => new
            {
                Id = table.Id(),
                CanBeCopied = table.Column<bool>(),
                Community = table.Community(),
                CreatedAt = table.Instant(),
                CredentialId = table.Column<string>(maxLength: 1364),
                IsCopied = table.Column<bool>(),
                LastUsedAt = table.Instant(nullable: true),
                Name = table.Column<string>(),
                Person = table.Id(),
                PublicKey = table.Column<byte[]>(),
                SignCount = table.Column<long>(),
                Transports = table.Column<string>(maxLength: 100),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_passkeys", t => t.Id);
                table.CommunityKey("passkeys", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("passkeys");
        migrationBuilder.UniqueIndex("passkeys", "CredentialId");
        migrationBuilder.Index("passkeys", "Person");

        migrationBuilder.CreateTable(
            "used_once",
            table => new
            {
                Community = table.Community(),
                Fingerprint = table.Column<string>(maxLength: 43),
                UsedAt = table.Instant(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_used_once", t => new { t.Community, t.Fingerprint });
                table.CommunityKey("used_once", t => t.Community);
            }
        );
    }
}
