using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Volunteers.Data.Migrations;

/// <summary>Hours with expenses, and who was thanked.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122001100_VolunteerHours")]
public sealed class VolunteerHours : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "volunteer_hours",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                Day = table.Column<DateOnly>(),
                EnteredAt = table.Instant(),
                EnteredBy = table.Column<Guid>(nullable: true),
                Expenses = table.Column<int>(),
                ForgottenAt = table.Instant(nullable: true),
                Kilometres = table.Column<int>(),
                Minutes = table.Column<int>(),
                Organisation = table.Column<Guid>(nullable: true),
                Person = table.Id(),
                SettledAt = table.Instant(nullable: true),
                SettledBy = table.Column<Guid>(nullable: true),
                State = table.Enum(),
                What = table.Column<string>(),
                Why = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_hours", t => t.Id);
                table.CommunityKey("volunteer_hours", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("volunteer_hours");
        migrationBuilder.Index("volunteer_hours", "Person", "Day");
        migrationBuilder.Index("volunteer_hours", "State", "Day");
        migrationBuilder.Index("volunteer_hours", "Organisation");

        migrationBuilder.CreateTable(
            "volunteer_thanks",
            table => new
            {
                Id = table.Id(),
                By = table.Id(),
                Community = table.Community(),
                On = table.Column<DateOnly>(),
                Person = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_thanks", t => t.Id);
                table.CommunityKey("volunteer_thanks", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("volunteer_thanks");
        migrationBuilder.Index("volunteer_thanks", "Person", "On");
    }
}
