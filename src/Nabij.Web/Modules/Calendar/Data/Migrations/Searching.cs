using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>The words by which activities are found, and the letters of those words.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000210_SearchingActivities")]
public sealed class Searching : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "activity_words",
            table => new
            {
                Activity = table.Id(),
                Word = table.Column<string>(maxLength: 40),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_activity_words", t => new { t.Activity, t.Word });
                table.CommunityKey("activity_words", t => t.Community);
                table.ForeignKey(
                    "FK_activity_words_activities_Activity",
                    t => t.Activity,
                    "activities",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.Index("activity_words", "Community", "Word");

        migrationBuilder.CreateTable(
            "search_grams",
            table => new
            {
                Community = table.Community(),
                Gram = table.Column<string>(maxLength: 3),
                Word = table.Column<string>(maxLength: 40),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_search_grams", t => new { t.Community, t.Gram, t.Word });
                table.CommunityKey("search_grams", t => t.Community);
            }
        );
        migrationBuilder.Index("search_grams", "Community", "Word");
    }
}
