using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Since when it is kept whether a neighbour is heard; for who is there already, their first night says it.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122004000_CountingSilence")]
public sealed class CountingSilence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateOnly>("CountsFrom", "circle_members", nullable: true);
}
