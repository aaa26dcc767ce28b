using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.Desk.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261122000601_ForgettingFollowUps")]
public sealed class ForgettingFollowUps : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "follow_ups", nullable: true);
}
