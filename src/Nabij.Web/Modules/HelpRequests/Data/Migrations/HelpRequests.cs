using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.HelpRequests.Data.Migrations;

/// <summary>Requests for help, and who was asked.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000900_HelpRequests")]
public sealed class HelpRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Requests(migrationBuilder);
        Asks(migrationBuilder);
    }

    private static void Requests(MigrationBuilder migration)
    {
        migration.CreateTable(
            "help_requests",
            table => new
            {
                Id = table.Id(),
                AgreedOn = table.Column<DateOnly>(nullable: true),
                AgreedTime = table.Column<TimeOnly>(nullable: true),
                AskedAt = table.Instant(),
                AskedBy = table.Id(),
                AskedFor = table.Id(),
                Buurt = table.Column<string>(maxLength: 20, nullable: true),
                Circle = table.Column<Guid>(nullable: true),
                ClaimedAt = table.Instant(nullable: true),
                ClaimedBy = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                Consent_How = table.Enum(),
                Consent_RecordedAt = table.Instant(),
                Consent_RecordedBy = table.Id(),
                CoverFor = table.Column<Guid>(nullable: true),
                Details = table.Column<string>(),
                DueAt = table.Instant(),
                ExpiresAt = table.Instant(nullable: true),
                HandedTo = table.Column<Guid>(nullable: true),
                HelperSays = table.Column<bool>(nullable: true),
                Home = table.Column<Guid>(nullable: true),
                Kind = table.Enum(),
                Language = table.Column<string>(maxLength: 10),
                LostHelper = table.Column<Guid>(nullable: true),
                Minutes = table.Column<int>(),
                Plan_Date = table.Column<DateOnly>(nullable: true),
                Plan_DayPart = table.Enum(),
                Plan_Rhythm = table.Enum(),
                Plan_Time = table.Column<TimeOnly>(nullable: true),
                Plan_Until = table.Column<DateOnly>(nullable: true),
                Readers = table.Enum(),
                Reason = table.Column<string>(maxLength: 80),
                RequesterSays = table.Column<bool>(nullable: true),
                Ring = table.Enum(),
                RingEndsAt = table.Instant(),
                Round = table.Column<int>(),
                Search = table.Column<int>(),
                State = table.Enum(),
                StateSince = table.Instant(),
                Title = table.Column<string>(),
                Urgency = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_help_requests", t => t.Id);
                table.CommunityKey("help_requests", t => t.Community);
            }
        );
        migration.CommunityIndex("help_requests");
        migration.Index("help_requests", "State", "DueAt");
        migration.Index("help_requests", "Circle", "State");
        migration.Index("help_requests", "AskedFor");
        migration.Index("help_requests", "AskedBy");
        migration.Index("help_requests", "ClaimedBy", "ClaimedAt");
        migration.Index("help_requests", "CoverFor");
    }

    private static void Asks(MigrationBuilder migration)
    {
        migration.CreateTable(
            "help_asks",
            table => new
            {
                Id = table.Id(),
                Answer = table.Enum(),
                AnswerBy = table.Instant(),
                AnsweredAt = table.Instant(nullable: true),
                AskedAt = table.Instant(),
                Community = table.Community(),
                Organisation = table.Column<Guid>(nullable: true),
                Person = table.Id(),
                Request = table.Id(),
                Ring = table.Enum(),
                Search = table.Column<int>(),
                ToldFilledAt = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_help_asks", t => t.Id);
                table.CommunityKey("help_asks", t => t.Community);
                table.ForeignKey(
                    "FK_help_asks_help_requests_Request",
                    t => t.Request,
                    "help_requests",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migration.CommunityIndex("help_asks");
        migration.UniqueIndex("help_asks", "Request", "Search", "Person");
        migration.Index("help_asks", "Person", "AskedAt");
    }
}
