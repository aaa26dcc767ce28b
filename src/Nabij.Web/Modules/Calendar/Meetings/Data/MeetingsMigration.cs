using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Meetings.Data;

/// <summary>Meetings: what people need to come, what they ask and say, and what was done with it.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122004020_Meetings")]
public sealed class MeetingsMigration : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meetings",
            table => new
            {
                Id = table.Id(),
                Activity = table.Id(),
                AskedThrough = table.Instant(),
                Community = table.Community(),
                Organiser = table.Column<Guid>(nullable: true),
                StandIn = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_meetings", t => t.Id);
                table.CommunityKey("meetings", t => t.Community);
                table.ForeignKey("FK_meetings_activities_Activity", t => t.Activity, "activities", "Id", onDelete: ReferentialAction.Restrict);
            }
        );
        migrationBuilder.CommunityIndex("meetings");
        migrationBuilder.UniqueIndex("meetings", "Activity");
        AddNeeds(migrationBuilder);
        AddRemarks(migrationBuilder);
    }

    private static void AddNeeds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meeting_needs",
            table => new
            {
                Id = table.Id(),
                Arranged = table.Column<bool>(),
                Community = table.Community(),
                Date = table.Id(),
                Needs = table.Column<int>(),
                Person = table.Id(),
                Words = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_meeting_needs", t => t.Id);
                table.CommunityKey("meeting_needs", t => t.Community);
                table.ForeignKey("FK_meeting_needs_activity_dates_Date", t => t.Date, "activity_dates", "Id", onDelete: ReferentialAction.Restrict);
            }
        );
        migrationBuilder.CommunityIndex("meeting_needs");
        migrationBuilder.UniqueIndex("meeting_needs", "Date", "Person");
    }

    private static void AddRemarks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "remarks",
            table => new
            {
                Id = table.Id(),
                Answer = table.Column<string>(),
                AnsweredAt = table.Instant(nullable: true),
                AnsweredBy = table.Column<Guid>(nullable: true),
                At = table.Instant(),
                By = table.Enum(),
                Community = table.Community(),
                Date = table.Id(),
                ForgottenAt = table.Instant(nullable: true),
                From = table.Column<Guid>(nullable: true),
                IsShown = table.Column<bool>(),
                Kind = table.Enum(),
                Words = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_remarks", t => t.Id);
                table.CommunityKey("remarks", t => t.Community);
                table.ForeignKey("FK_remarks_activity_dates_Date", t => t.Date, "activity_dates", "Id", onDelete: ReferentialAction.Restrict);
            }
        );
        migrationBuilder.CommunityIndex("remarks");
        migrationBuilder.Index("remarks", "Date");
        migrationBuilder.Index("remarks", "From");
    }
}
