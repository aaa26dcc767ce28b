using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Volunteers.Data.Migrations;

/// <summary>Who signed up to do something, and who is lent to whom.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122001000_Volunteers")]
public sealed class Volunteers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        VolunteersThemselves(migrationBuilder);
        Shifts(migrationBuilder);
        Lendings(migrationBuilder);
    }

    private static void VolunteersThemselves(MigrationBuilder migration)
    {
        migration.CreateTable(
            "volunteers",
            table => new
            {
                Id = table.Id(),
                As = table.Enum(),
                Community = table.Community(),
                EndedAt = table.Instant(nullable: true),
                ForgottenAt = table.Instant(nullable: true),
                MeetingAt = table.Instant(nullable: true),
                MeetingNote = table.Column<string>(),
                MeetingWhere = table.Column<string>(maxLength: 120),
                Mentor = table.Column<Guid>(nullable: true),
                MentorStandIn = table.Column<Guid>(nullable: true),
                NeedsVog = table.Column<bool>(),
                Organisation = table.Column<Guid>(nullable: true),
                Person = table.Id(),
                Reason = table.Column<string>(maxLength: 80),
                SignedUpAt = table.Instant(),
                State = table.Enum(),
                StateSince = table.Instant(),
                TalkOn = table.Column<DateOnly>(nullable: true),
                Via = table.Enum(),
                Wish = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteers", t => t.Id);
                table.CommunityKey("volunteers", t => t.Community);
            }
        );
        migration.CreateIndex("IX_volunteers_Community_Person", "volunteers", ["Community", "Person"], unique: true, filter: "\"EndedAt\" IS NULL");
        migration.Index("volunteers", "Person");
        migration.Index("volunteers", "Organisation");
        migration.Index("volunteers", "EndedAt");
    }

    private static void Shifts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "volunteer_shifts",
            table => new
            {
                Id = table.Id(),
                AskedAt = table.Instant(),
                AskedBy = table.Column<Guid>(nullable: true),
                Circle = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                First = table.Column<DateOnly>(),
                From = table.Column<TimeOnly>(nullable: true),
                Last = table.Column<DateOnly>(),
                Organisation = table.Column<Guid>(nullable: true),
                Reason = table.Column<string>(maxLength: 80),
                State = table.Enum(),
                StateSince = table.Instant(),
                Title = table.Column<string>(maxLength: 80),
                Until = table.Column<TimeOnly>(nullable: true),
                Where = table.Column<string>(maxLength: 160),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_shifts", t => t.Id);
                table.CommunityKey("volunteer_shifts", t => t.Community);
            }
        );
        migration.CommunityIndex("volunteer_shifts");
        migration.Index("volunteer_shifts", "State", "First");
        migration.Index("volunteer_shifts", "Organisation");
        migration.Index("volunteer_shifts", "Circle");
    }

    private static void Lendings(MigrationBuilder migration)
    {
        migration.CreateTable(
            "volunteer_lendings",
            table => new
            {
                Id = table.Id(),
                As = table.Enum(),
                BorrowerSaidYesAt = table.Instant(nullable: true),
                Community = table.Community(),
                Lender = table.Column<Guid>(nullable: true),
                OfferedAt = table.Instant(),
                OfferedBy = table.Column<Guid>(nullable: true),
                Person = table.Id(),
                SettledAt = table.Instant(nullable: true),
                Shift = table.Id(),
                State = table.Enum(),
                VolunteerSaidYesAt = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_lendings", t => t.Id);
                table.CommunityKey("volunteer_lendings", t => t.Community);
                table.ForeignKey("FK_volunteer_lendings_volunteer_shifts_Shift", t => t.Shift, "volunteer_shifts", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("volunteer_lendings");
        migration.Index("volunteer_lendings", "Shift");
        migration.Index("volunteer_lendings", "Person", "State");
        migration.Index("volunteer_lendings", "Lender");
    }
}
