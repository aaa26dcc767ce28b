using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Calendar.Data.Migrations;

/// <summary>The index of the dates is in the order in which lists show them, also within an hour.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122003030_DatesInOrder")]
public sealed class DatesInOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_activity_dates_Community_Day_StartsAt", "activity_dates");
        migrationBuilder.Index("activity_dates", "Community", "Day", "StartsAt", "Id");
    }
}
