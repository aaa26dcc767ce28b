using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;

namespace Nabij.Modules.People.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261122000600_Forgetting")]
public sealed class Forgetting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("ForgottenAt", "persons", nullable: true);
}
