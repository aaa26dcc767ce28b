using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Accounts.Data.Migrations;

/// <summary>Organisations that let their own staff in.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122002200_OrganisationSignIns")]
public sealed class OrganisationSignIns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "organisation_sign_ins",
            table => new
            {
                Id = table.Id(),
                Claim = table.Column<string>(maxLength: 60),
                ClientId = table.Column<string>(maxLength: 200),
                ClientSecret = table.Column<string>(),
                Community = table.Community(),
                Issuer = table.Column<string>(maxLength: 300),
                MailDomain = table.Column<string>(maxLength: 253),
                Name = table.Column<string>(maxLength: 120),
                Organisation = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_organisation_sign_ins", t => t.Id);
                table.CommunityKey("organisation_sign_ins", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("organisation_sign_ins", SharedTables.Community, "MailDomain");
        migrationBuilder.UniqueIndex("organisation_sign_ins", "Organisation");
    }
}
