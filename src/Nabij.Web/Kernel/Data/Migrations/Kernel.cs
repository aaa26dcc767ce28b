using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Nabij.Kernel.Data.Migrations;

/// <summary>Communities, sign-in, roles, the trail, the outbox and the keys.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000100_Kernel")]
public sealed class Kernel : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Shared(migrationBuilder);
        OfACommunity(migrationBuilder);
    }

    private static void Shared(MigrationBuilder migration)
    {
        migration.CreateTable(
            "communities",
            table => new
            {
                Id = table.Id(),
                MailAddress = table.Column<string>(maxLength: 254),
                Municipality = table.Column<string>(maxLength: 80),
                Name = table.Column<string>(maxLength: 80),
                OfficeHours = table.Column<string>(maxLength: 120),
                PhoneNumber = table.Column<string>(maxLength: 20),
                Slug = table.Column<string>(maxLength: 40),
                Theme = table.Column<string>(maxLength: 40),
            },
            constraints: table => table.PrimaryKey("PK_communities", t => t.Id)
        );
        migration.UniqueIndex("communities", "Slug");

        migration.CreateTable(
            "accounts",
            table => new
            {
                Id = table.Id(),
                CreatedAt = table.Instant(),
                LoginFingerprint = table.Column<string>(maxLength: 43),
            },
            constraints: table => table.PrimaryKey("PK_accounts", t => t.Id)
        );
        migration.UniqueIndex("accounts", "LoginFingerprint");

        migration.CreateTable(
            "sessions",
            table => new
            {
                Id = table.Id(),
                Account = table.Id(),
                EndedAt = table.Instant(nullable: true),
                StartedAt = table.Instant(),
            },
            constraints: table => table.PrimaryKey("PK_sessions", t => t.Id)
        );
        migration.Index("sessions", "Account");

        migration.CreateTable(
            "protection_keys",
            table => new { Name = table.Column<string>(maxLength: 100), Xml = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_protection_keys", t => t.Name)
        );
        migration.CreateTable(
            "platform_secrets",
            table => new { Name = table.Column<string>(maxLength: 40), Value = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_platform_secrets", t => t.Name)
        );
    }

    private static void OfACommunity(MigrationBuilder migration)
    {
        migration.CreateTable(
            "account_persons",
            table => new
            {
                Community = table.Community(),
                Account = table.Id(),
                GivenName = table.Column<string>(maxLength: 80),
                Person = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_account_persons", t => new { t.Community, t.Account });
                table.CommunityKey("account_persons", t => t.Community);
            }
        );
        migration.Index("account_persons", "Person");

        migration.CreateTable(
            "role_assignments",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                EndedAt = table.Instant(nullable: true),
                Person = table.Id(),
                Role = table.Enum(),
                Scope = table.Column<Guid>(nullable: true),
                Since = table.Instant(),
                StandIn = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_role_assignments", t => t.Id);
                table.CommunityKey("role_assignments", t => t.Community);
            }
        );
        migration.CommunityIndex("role_assignments");
        migration.Index("role_assignments", "Person");
        migration.Index("role_assignments", "Role", "Scope");

        migration.CreateTable(
            "trail",
            table => new
            {
                Id = table.Id(),
                About = table.Column<Guid>(nullable: true),
                At = table.Instant(),
                Community = table.Community(),
                SubjectId = table.Id(),
                SubjectKind = table.Column<string>(maxLength: 40),
                What = table.Column<string>(maxLength: 80),
                Who = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_trail", t => t.Id);
                table.CommunityKey("trail", t => t.Community);
            }
        );
        migration.CommunityIndex("trail");
        migration.Index("trail", "About", "At");
        migration.Index("trail", "SubjectId", "At");

        migration.CreateTable(
            "outbox",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                CreatedAt = table.Instant(),
                DeliveredAt = table.Instant(nullable: true),
                DueAt = table.Instant(),
                Payload = table.Column<string>(),
                Tries = table.Column<int>(),
                Type = table.Column<string>(maxLength: 200),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_outbox", t => t.Id);
                table.CommunityKey("outbox", t => t.Community);
            }
        );
        migration.CommunityIndex("outbox");
        migration.Index("outbox", "DeliveredAt", "DueAt");
    }
}
