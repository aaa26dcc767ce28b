using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>Activities, who does them, and their dates.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000200_Calendar")]
public sealed class Calendar : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Activities(migrationBuilder);
        Hosts(migrationBuilder);
        Dates(migrationBuilder);
    }

    private static void Activities(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "activities",
            table => new
            {
                Id = table.Id(),
                Access = table.Column<int>(),
                AddedAt = table.Instant(),
                AskedAt = table.Instant(nullable: true),
                Audience = table.Enum(),
                CancelledAt = table.Instant(nullable: true),
                Cents = table.Column<int>(nullable: true),
                ChangedAt = table.Instant(),
                Community = table.Community(),
                ConfirmedAt = table.Instant(nullable: true),
                ConfirmedBy = table.Column<Guid>(nullable: true),
                ConfirmedHow = table.Enum(),
                ConfirmedUntil = table.Column<DateOnly>(),
                ContactPhone = table.Column<string>(maxLength: 20),
                CostWords = table.Column<string>(maxLength: 60),
                Description = table.Column<string>(maxLength: 4000),
                Feed = table.Column<Guid>(nullable: true),
                FeedUid = table.Column<string>(maxLength: 255, nullable: true),
                Freshness = table.Enum(),
                IndexedAt = table.Instant(nullable: true),
                Level = table.Enum(),
                Link = table.Column<string>(maxLength: 500),
                MergedInto = table.Column<Guid>(nullable: true),
                Pace = table.Column<string>(maxLength: 200),
                PlannedUntil = table.Column<DateOnly>(),
                Revision = table.Column<int>(),
                Source = table.Enum(),
                Theme = table.Enum(),
                Title = table.Column<string>(maxLength: 120),
                SignUp_Capacity = table.Column<int>(nullable: true),
                SignUp_ClosesHoursBefore = table.Column<int>(),
                SignUp_Wanted = table.Column<bool>(),
                Timing_Calendar = table.Column<string>(),
                Timing_RestsInHolidaysOf = table.Enum(nullable: true),
                Timing_RestsOnPublicHolidays = table.Column<bool>(),
                Venue_Address = table.Column<Guid>(nullable: true),
                Venue_Buurt = table.Column<string>(maxLength: 10),
                Venue_Latitude = table.Column<double>(nullable: true),
                Venue_Longitude = table.Column<double>(nullable: true),
                Venue_Name = table.Column<string>(maxLength: 160),
                Venue_Room = table.Column<string>(maxLength: 80),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activities", t => t.Id);
                table.CommunityKey("activities", t => t.Community);
            }
        );
        migrationBuilder.Index("activities", "Community", "ChangedAt");
        migrationBuilder.Index("activities", "Community", "PlannedUntil");
        migrationBuilder.Index("activities", "Community", "Freshness", "ConfirmedUntil");
        migrationBuilder.Index("activities", "Community", "IndexedAt");
        migrationBuilder.Index("activities", "MergedInto");
        migrationBuilder.CreateIndex(
            "IX_activities_Feed_FeedUid",
            "activities",
            ["Feed", "FeedUid"],
            unique: true,
            filter: "\"Feed\" IS NOT NULL"
        );
    }

    private static void Hosts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "activity_hosts",
            table => new
            {
                Activity = table.Id(),
                Organisation = table.Id(),
                Community = table.Community(),
                Place = table.Column<int>(),
                Through = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activity_hosts", t => new { t.Activity, t.Organisation });
                table.CommunityKey("activity_hosts", t => t.Community);
                table.ForeignKey(
                    "FK_activity_hosts_activities_Activity",
                    t => t.Activity,
                    "activities",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CommunityIndex("activity_hosts");
        migrationBuilder.Index("activity_hosts", "Organisation");
    }

    private static void Dates(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "activity_dates",
            table => new
            {
                Id = table.Id(),
                Activity = table.Id(),
                ChangedByHand = table.Column<bool>(),
                Community = table.Community(),
                Day = table.Column<DateOnly>(),
                EndsAt = table.Instant(),
                Part = table.Enum(),
                Note = table.Column<string>(maxLength: 200),
                PlannedFor = table.Instant(),
                SeatsTaken = table.Column<int>(),
                StartsAt = table.Instant(),
                State = table.Enum(),
                WholeDay = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activity_dates", t => t.Id);
                table.CommunityKey("activity_dates", t => t.Community);
                table.ForeignKey(
                    "FK_activity_dates_activities_Activity",
                    t => t.Activity,
                    "activities",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.UniqueIndex("activity_dates", "Activity", "PlannedFor");
        migrationBuilder.Index("activity_dates", "Community", "Day", "StartsAt");
    }
}
