using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.HelpRequests.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261122000604_ForgettingHelp")]
public sealed class ForgettingHelp : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "help_requests", nullable: true);
}
