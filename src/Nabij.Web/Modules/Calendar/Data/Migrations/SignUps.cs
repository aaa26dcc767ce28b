using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>Who comes to which date.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000230_SignUps")]
public sealed class SignUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sign_ups",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                By = table.Enum(),
                Community = table.Community(),
                Companions = table.Column<int>(),
                Date = table.Id(),
                KnownStart = table.Instant(),
                Lift = table.Column<Guid>(nullable: true),
                OfferedUntil = table.Instant(nullable: true),
                Person = table.Id(),
                Question = table.Column<string>(),
                RemindedAt = table.Instant(nullable: true),
                State = table.Enum(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_sign_ups", t => t.Id);
                table.CommunityKey("sign_ups", t => t.Community);
                table.ForeignKey(
                    "FK_sign_ups_activity_dates_Date",
                    t => t.Date,
                    "activity_dates",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.UniqueIndex("sign_ups", "Date", "Person");
        migrationBuilder.Index("sign_ups", "Person");
        migrationBuilder.Index("sign_ups", "Community", "State");
    }
}
