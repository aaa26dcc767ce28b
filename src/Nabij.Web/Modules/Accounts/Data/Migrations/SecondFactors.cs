using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Accounts.Data.Migrations;

/// <summary>Second factors, their recovery codes, the roles that ask for one, and with what somebody signed in.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122002000_SecondFactors")]
public sealed class SecondFactors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Browser", "sessions", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<string>("Device", "sessions", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<Guid>("VerifiedIn", "sessions", nullable: true);
        migrationBuilder.AddColumn<string>("Way", "sessions", maxLength: 40, nullable: true);

        migrationBuilder.CreateTable(
            "second_factors",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                ConfirmedAt = table.Instant(nullable: true),
                Key = table.Column<string>(),
                LastStep = table.Column<long>(),
                Person = table.Id(),
                ProposedAt = table.Instant(),
                RestsUntil = table.Instant(nullable: true),
                TriesLeft = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_second_factors", t => t.Id);
                table.CommunityKey("second_factors", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("second_factors");
        migrationBuilder.UniqueIndex("second_factors", "Person");

        migrationBuilder.CreateTable(
            "recovery_codes",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                Hash = table.Column<string>(maxLength: 43),
                Person = table.Id(),
                UsedAt = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_recovery_codes", t => t.Id);
                table.CommunityKey("recovery_codes", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("recovery_codes");
        migrationBuilder.Index("recovery_codes", "Person");

        migrationBuilder.CreateTable(
            "roles_with_second_factor",
            table => new { Community = table.Community(), Role = table.Enum() },
            constraints: table =>
            {
                table.PrimaryKey("PK_roles_with_second_factor", t => new { t.Community, t.Role });
                table.CommunityKey("roles_with_second_factor", t => t.Community);
            }
        );
    }
}
