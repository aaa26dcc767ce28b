using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>Calendars that organisations keep elsewhere, what stood in them, and activities that look the same.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000300_Feeds")]
public sealed class Feeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        TheFeeds(migrationBuilder);
        Words(migrationBuilder);
        Entries(migrationBuilder);
        Fetches(migrationBuilder);
        Findings(migrationBuilder);
        Files(migrationBuilder);
        Pairs(migrationBuilder);
    }

    private static void TheFeeds(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feeds",
            table => new
            {
                Id = table.Id(),
                AddedAt = table.Instant(),
                Address = table.Column<string>(),
                Community = table.Community(),
                ContentMark = table.Column<string>(maxLength: 32, nullable: true),
                Duty = table.Enum(),
                ETag = table.Column<string>(maxLength: 200, nullable: true),
                EmptySince = table.Instant(nullable: true),
                EveryHours = table.Column<int>(),
                FailedSince = table.Instant(nullable: true),
                Failures = table.Column<int>(),
                Kind = table.Enum(),
                LastDay = table.Column<DateOnly>(nullable: true),
                LastModified = table.Column<string>(maxLength: 200, nullable: true),
                LookedAt = table.Instant(),
                Name = table.Column<string>(maxLength: 120),
                NextFetchAt = table.Instant(),
                Organisation = table.Id(),
                State = table.Enum(),
                StateSince = table.Instant(nullable: true),
                ToAsk = table.Column<int>(),
                ToAskSince = table.Instant(nullable: true),
                TriedAt = table.Instant(nullable: true),
                Trouble = table.Enum(nullable: true),
                WorkedAt = table.Instant(nullable: true),
                Meaning_Access = table.Column<int>(),
                Meaning_Audience = table.Enum(),
                Meaning_Cents = table.Column<int>(nullable: true),
                Meaning_Place = table.Column<string>(maxLength: 160),
                Meaning_Theme = table.Enum(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feeds", t => t.Id);
                table.CommunityKey("feeds", t => t.Community);
            }
        );
        migration.Index("feeds", "Community", "NextFetchAt");
        migration.Index("feeds", "Organisation");
    }

    private static void Words(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feed_words",
            table => new
            {
                Feed = table.Id(),
                Word = table.Column<string>(maxLength: 60),
                Access = table.Column<int>(),
                Audience = table.Enum(nullable: true),
                Community = table.Community(),
                Theme = table.Enum(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_words", t => new { t.Feed, t.Word });
                table.CommunityKey("feed_words", t => t.Community);
                table.ForeignKey("FK_feed_words_feeds_Feed", t => t.Feed, "feeds", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("feed_words");
    }

    private static void Entries(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feed_entries",
            table => new
            {
                Feed = table.Id(),
                Key = table.Column<string>(maxLength: 255),
                Activity = table.Id(),
                Answer = table.Enum(nullable: true),
                Community = table.Community(),
                GoneSince = table.Instant(nullable: true),
                Mark = table.Column<string>(maxLength: 32),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_entries", t => new { t.Feed, t.Key });
                table.CommunityKey("feed_entries", t => t.Community);
                table.ForeignKey("FK_feed_entries_feeds_Feed", t => t.Feed, "feeds", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("feed_entries");
        migration.UniqueIndex("feed_entries", "Activity");
    }

    private static void Fetches(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feed_fetches",
            table => new
            {
                Id = table.Id(),
                Added = table.Column<int>(),
                At = table.Instant(),
                Cancelled = table.Column<int>(),
                Changed = table.Column<int>(),
                Community = table.Community(),
                Feed = table.Id(),
                Gone = table.Column<int>(),
                Outcome = table.Enum(),
                Trouble = table.Enum(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_fetches", t => t.Id);
                table.CommunityKey("feed_fetches", t => t.Community);
                table.ForeignKey("FK_feed_fetches_feeds_Feed", t => t.Feed, "feeds", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("feed_fetches");
        migration.Index("feed_fetches", "Feed", "At");
    }

    private static void Findings(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feed_findings",
            table => new
            {
                Feed = table.Id(),
                Fault = table.Enum(),
                Community = table.Community(),
                Count = table.Column<int>(),
                Lines = table.Column<string>(maxLength: 100),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_findings", t => new { t.Feed, t.Fault });
                table.CommunityKey("feed_findings", t => t.Community);
                table.ForeignKey("FK_feed_findings_feeds_Feed", t => t.Feed, "feeds", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("feed_findings");
    }

    private static void Files(MigrationBuilder migration)
    {
        migration.CreateTable(
            "feed_files",
            table => new
            {
                Feed = table.Id(),
                At = table.Instant(),
                Community = table.Community(),
                Content = table.Column<byte[]>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_feed_files", t => t.Feed);
                table.CommunityKey("feed_files", t => t.Community);
                table.ForeignKey("FK_feed_files_feeds_Feed", t => t.Feed, "feeds", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.CommunityIndex("feed_files");
    }

    private static void Pairs(MigrationBuilder migration)
    {
        migration.CreateTable(
            "activity_pairs",
            table => new
            {
                Id = table.Id(),
                CommonDates = table.Column<int>(),
                Community = table.Community(),
                First = table.Id(),
                FoundAt = table.Instant(),
                IsSure = table.Column<bool>(),
                Reason = table.Column<int>(),
                Second = table.Id(),
                SettledAt = table.Instant(nullable: true),
                State = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activity_pairs", t => t.Id);
                table.CommunityKey("activity_pairs", t => t.Community);
                table.ForeignKey("FK_activity_pairs_activities_First", t => t.First, "activities", "Id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("FK_activity_pairs_activities_Second", t => t.Second, "activities", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migration.Index("activity_pairs", "Community", "State");
        migration.UniqueIndex("activity_pairs", "First", "Second");
        migration.Index("activity_pairs", "Second");
    }
}
