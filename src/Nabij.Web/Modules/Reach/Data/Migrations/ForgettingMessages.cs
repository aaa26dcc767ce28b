using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.Reach.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261122000602_ForgettingMessages")]
public sealed class ForgettingMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "messages", nullable: true);
}
