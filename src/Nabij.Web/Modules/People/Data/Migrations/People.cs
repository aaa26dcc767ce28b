using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.People.Data.Migrations;

/// <summary>Persons, the words of their names, and what they like to do for neighbours.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000300_People")]
public sealed class People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Persons(migrationBuilder);
        Helpers(migrationBuilder);
    }

    private static void Persons(MigrationBuilder migration)
    {
        migration.CreateTable(
            "persons",
            table => new
            {
                Id = table.Id(),
                AwayFrom = table.Column<DateOnly>(nullable: true),
                AwayUntil = table.Column<DateOnly>(nullable: true),
                BirthYear = table.Column<int>(nullable: true),
                Community = table.Community(),
                ConsentAt = table.Instant(),
                ConsentGivenFor = table.Column<string>(nullable: true),
                ConsentNotedBy = table.Column<Guid>(nullable: true),
                ConsentWay = table.Enum(),
                FamilyName = table.Column<string>(maxLength: 80),
                GivenName = table.Column<string>(maxLength: 80),
                Home = table.Column<Guid>(nullable: true),
                Language = table.Column<string>(maxLength: 5),
                MailAddress = table.Column<string>(nullable: true),
                MailFingerprint = table.Column<string>(maxLength: 43, nullable: true),
                MobileFingerprint = table.Column<string>(maxLength: 43, nullable: true),
                MobileNumber = table.Column<string>(nullable: true),
                PhoneFingerprint = table.Column<string>(maxLength: 43, nullable: true),
                PhoneNumber = table.Column<string>(nullable: true),
                Preferred = table.Enum(),
                SortName = table.Column<string>(maxLength: 240),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_persons", t => t.Id);
                table.CommunityKey("persons", t => t.Community);
            }
        );
        foreach (var column in new[] { "SortName", "Home", "MailFingerprint", "MobileFingerprint", "PhoneFingerprint", "AwayUntil" })
            migration.Index("persons", SharedTables.Community, column);

        migration.CreateTable(
            "person_names",
            table => new
            {
                Person = table.Id(),
                Word = table.Column<string>(maxLength: 40),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_person_names", t => new { t.Person, t.Word });
                table.CommunityKey("person_names", t => t.Community);
                table.ForeignKey(
                    "FK_person_names_persons_Person",
                    t => t.Person,
                    "persons",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migration.Index("person_names", SharedTables.Community, "Word");
    }

    private static void Helpers(MigrationBuilder migration)
    {
        migration.CreateTable(
            "helpers",
            table => new
            {
                Person = table.Id(),
                AtMostPerMonth = table.Column<int>(),
                Community = table.Community(),
                HasCar = table.Column<bool>(),
                Languages = table.Column<string>(maxLength: 60),
                RestsUntil = table.Column<DateOnly>(nullable: true),
                VogSeenBy = table.Column<Guid>(nullable: true),
                VogSeenOn = table.Column<DateOnly>(nullable: true),
                When = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_helpers", t => t.Person);
                table.CommunityKey("helpers", t => t.Community);
                table.ForeignKey("FK_helpers_persons_Person", t => t.Person, "persons", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("helpers");

        migration.CreateTable(
            "help_wishes",
            table => new
            {
                Person = table.Id(),
                Kind = table.Enum(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_help_wishes", t => new { t.Person, t.Kind });
                table.CommunityKey("help_wishes", t => t.Community);
                table.ForeignKey("FK_help_wishes_helpers_Person", t => t.Person, "helpers", "Person", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.Index("help_wishes", SharedTables.Community, "Kind");
    }
}
