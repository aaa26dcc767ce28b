using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.Circles.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261122000603_ForgettingMembers")]
public sealed class ForgettingMembers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "circle_members", nullable: true);
}
