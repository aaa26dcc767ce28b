using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>When somebody was last heard, notes in one tap, and coming together.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000530_HearingAndMeeting")]
public sealed class HearingAndMeeting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("HeardOn", "circle_members", nullable: true);
        migrationBuilder.AddColumn<string>("OwnRhythm", "circle_members", maxLength: 40, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("DigestOn", "circles", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("ReserveAskedOn", "circles", nullable: true);

        migrationBuilder.CreateTable(
            "circle_notes",
            table => new
            {
                Id = table.Id(),
                By = table.Id(),
                Community = table.Community(),
                Kind = table.Enum(),
                On = table.Column<DateOnly>(),
                Person = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_notes", t => t.Id);
                table.CommunityKey("circle_notes", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("circle_notes");
        migrationBuilder.Index("circle_notes", "Person", "On");
        migrationBuilder.Index("circle_notes", "On");
        AddMeetUps(migrationBuilder);
    }

    private static void AddMeetUps(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meet_ups",
            table => new
            {
                Id = table.Id(),
                CancelledAt = table.Instant(nullable: true),
                Circle = table.Id(),
                Community = table.Community(),
                CountedAt = table.Instant(nullable: true),
                Day = table.Column<DateOnly>(),
                Place = table.Column<string>(maxLength: 80),
                Time = table.Column<TimeOnly>(),
                What = table.Column<string>(maxLength: 80),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_meet_ups", t => t.Id);
                table.CommunityKey("meet_ups", t => t.Community);
                table.CircleKey("meet_ups", t => t.Circle);
            }
        );
        migrationBuilder.CommunityIndex("meet_ups");
        migrationBuilder.Index("meet_ups", "Circle", "Day");

        migrationBuilder.CreateTable(
            "meet_up_guests",
            table => new
            {
                Id = table.Id(),
                Comes = table.Column<bool>(nullable: true),
                Community = table.Community(),
                MeetUp = table.Id(),
                Person = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_meet_up_guests", t => t.Id);
                table.CommunityKey("meet_up_guests", t => t.Community);
                table.ForeignKey("FK_meet_up_guests_meet_ups_MeetUp", t => t.MeetUp, "meet_ups", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("meet_up_guests");
        migrationBuilder.UniqueIndex("meet_up_guests", "MeetUp", "Person");
    }
}
