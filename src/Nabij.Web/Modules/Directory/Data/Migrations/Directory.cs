using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Directory.Data.Migrations;

/// <summary>Organisations and the help they take on.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000700_Directory")]
public sealed class DirectoryTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "organisations",
            table => new
            {
                Id = table.Id(),
                CheckedAt = table.Instant(),
                Community = table.Community(),
                ContactPerson = table.Column<Guid>(nullable: true),
                LeftAt = table.Instant(nullable: true),
                Name = table.Column<string>(maxLength: 120),
                PhoneNumber = table.Column<string>(maxLength: 20),
                WhatTheyDo = table.Column<string>(maxLength: 400),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_organisations", t => t.Id);
                table.CommunityKey("organisations", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("organisations");

        migrationBuilder.CreateTable(
            "organisation_offers",
            table => new
            {
                Organisation = table.Id(),
                Kind = table.Enum(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_organisation_offers", t => new { t.Organisation, t.Kind });
                table.CommunityKey("organisation_offers", t => t.Community);
                table.ForeignKey(
                    "FK_organisation_offers_organisations_Organisation",
                    t => t.Organisation,
                    "organisations",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CommunityIndex("organisation_offers");
    }
}
