using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Rooms.Data.Migrations;

/// <summary>Rooms with their hours, and who has which quarter of an hour.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000400_Rooms")]
public sealed class Rooms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        RoomsThemselves(migrationBuilder);
        WhenTheyAreLent(migrationBuilder);
        Bookings(migrationBuilder);
        Dates(migrationBuilder);
        Quarters(migrationBuilder);
    }

    private static void RoomsThemselves(MigrationBuilder migration)
    {
        migration.CreateTable(
            "rooms",
            table => new
            {
                Id = table.Id(),
                Access = table.Column<int>(),
                Address = table.Column<Guid>(nullable: true),
                Buurt = table.Column<string>(maxLength: 20, nullable: true),
                Caretaker = table.Column<Guid>(nullable: true),
                CentsPerHour = table.Column<int>(),
                ClosedInSchoolHolidays = table.Column<bool>(),
                ClosedOnPublicHolidays = table.Column<bool>(),
                Community = table.Community(),
                Contact = table.Column<Guid>(nullable: true),
                GoesByItself = table.Column<bool>(),
                Guests = table.Enum(),
                KeyCode = table.Column<string>(),
                KeyWhere = table.Column<string>(),
                LeadDays = table.Column<int>(),
                LeftAt = table.Instant(nullable: true),
                LongestMinutes = table.Column<int>(),
                MostPerYear = table.Column<int>(nullable: true),
                Name = table.Column<string>(maxLength: 80),
                NoticeDays = table.Column<int>(),
                Organisation = table.Id(),
                People = table.Column<int>(),
                Rules = table.Column<string>(maxLength: 1000),
                Uses = table.Column<int>(),
                Where = table.Column<string>(maxLength: 160),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_rooms", t => t.Id);
                table.CommunityKey("rooms", t => t.Community);
            }
        );
        migration.CommunityIndex("rooms");
        migration.Index("rooms", "Organisation");
    }

    private static void WhenTheyAreLent(MigrationBuilder migration)
    {
        migration.CreateTable(
            "room_hours",
            table => new
            {
                Room = table.Id(),
                Weekday = table.Enum(),
                Community = table.Community(),
                From = table.Column<TimeOnly>(),
                Until = table.Column<TimeOnly>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_room_hours", t => new { t.Room, t.Weekday });
                table.CommunityKey("room_hours", t => t.Community);
                table.ForeignKey("FK_room_hours_rooms_Room", t => t.Room, "rooms", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("room_hours");
        migration.CreateTable(
            "room_closures",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                First = table.Column<DateOnly>(),
                Last = table.Column<DateOnly>(),
                Room = table.Id(),
                Why = table.Column<string>(maxLength: 120),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_room_closures", t => t.Id);
                table.CommunityKey("room_closures", t => t.Community);
                table.ForeignKey("FK_room_closures_rooms_Room", t => t.Room, "rooms", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("room_closures");
        migration.Index("room_closures", "Room");
    }

    private static void Bookings(MigrationBuilder migration)
    {
        migration.CreateTable(
            "room_bookings",
            table => new
            {
                Id = table.Id(),
                AskedAt = table.Instant(),
                AskedBy = table.Id(),
                BookedFor = table.Id(),
                Community = table.Community(),
                DueAt = table.Instant(),
                Every = table.Enum(nullable: true),
                ForgottenAt = table.Instant(nullable: true),
                NotInSchoolHolidays = table.Column<bool>(),
                NotOnPublicHolidays = table.Column<bool>(),
                Organisation = table.Column<Guid>(nullable: true),
                PartOf = table.Column<Guid>(nullable: true),
                People = table.Column<int>(),
                PhonedSince = table.Instant(nullable: true),
                Purpose = table.Column<string>(),
                Reason = table.Column<string>(maxLength: 80),
                Room = table.Id(),
                State = table.Enum(),
                StateSince = table.Instant(),
                Trouble = table.Column<string>(maxLength: 80, nullable: true),
                Use = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_room_bookings", t => t.Id);
                table.CommunityKey("room_bookings", t => t.Community);
            }
        );
        migration.CommunityIndex("room_bookings");
        migration.Index("room_bookings", "State", "DueAt");
        migration.Index("room_bookings", "BookedFor");
        migration.Index("room_bookings", "Organisation");
        migration.Index("room_bookings", "Room");
        migration.Index("room_bookings", "PartOf");
    }

    private static void Dates(MigrationBuilder migration)
    {
        migration.CreateTable(
            "room_dates",
            table => new
            {
                Id = table.Id(),
                AskedAfterAt = table.Instant(nullable: true),
                Booking = table.Id(),
                CodeToldAt = table.Instant(nullable: true),
                Community = table.Community(),
                Date = table.Column<DateOnly>(),
                From = table.Column<TimeOnly>(),
                KeyToldAt = table.Instant(nullable: true),
                LeftClean = table.Column<bool>(nullable: true),
                Room = table.Id(),
                State = table.Enum(),
                Until = table.Column<TimeOnly>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_room_dates", t => t.Id);
                table.CommunityKey("room_dates", t => t.Community);
                table.ForeignKey("FK_room_dates_room_bookings_Booking", t => t.Booking, "room_bookings", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("room_dates");
        migration.Index("room_dates", "Booking");
        migration.Index("room_dates", "Room", "Date");
        migration.Index("room_dates", "Date", "State");
    }

    private static void Quarters(MigrationBuilder migration)
    {
        migration.CreateTable(
            "room_quarters",
            table => new
            {
                Room = table.Id(),
                Date = table.Column<DateOnly>(),
                Quarter = table.Column<int>(),
                BookedDate = table.Id(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_room_quarters", t => new { t.Room, t.Date, t.Quarter });
                table.CommunityKey("room_quarters", t => t.Community);
                table.ForeignKey("FK_room_quarters_room_dates_BookedDate", t => t.BookedDate, "room_dates", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("room_quarters");
        migration.Index("room_quarters", "BookedDate");
    }
}
