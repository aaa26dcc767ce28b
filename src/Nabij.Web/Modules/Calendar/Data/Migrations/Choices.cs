using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>What people chose for their own calendar, and the addresses at which they follow it.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122003020_Choices")]
public sealed class Choices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "chosen_activities",
            table => new
            {
                Person = table.Id(),
                Activity = table.Id(),
                At = table.Instant(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_chosen_activities", t => new { t.Person, t.Activity });
                table.CommunityKey("chosen_activities", t => t.Community);
                table.ForeignKey(
                    "FK_chosen_activities_activities_Activity",
                    t => t.Activity,
                    "activities",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CommunityIndex("chosen_activities");
        migrationBuilder.Index("chosen_activities", "Activity");
        migrationBuilder.CreateTable(
            "choices_links",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                MadeAt = table.Instant(),
                Person = table.Id(),
                SecretHash = table.Column<string>(maxLength: 64),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_choices_links", t => t.Id);
                table.CommunityKey("choices_links", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("choices_links");
        migrationBuilder.UniqueIndex("choices_links", "SecretHash");
        migrationBuilder.UniqueIndex("choices_links", "Person");
    }
}
