using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Places.Data.Migrations;

/// <summary>Buurten, streets, addresses and the files that addresses come from.</summary>
[DbContext(typeof(NabijDb)), Migration("20261121000200_Places")]
public sealed class Places : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "buurten",
            table => new
            {
                Community = table.Community(),
                Code = table.Column<string>(maxLength: 10),
                Aged65Plus = table.Column<int>(),
                Borders = table.Column<string>(),
                Inhabitants = table.Column<int>(),
                Name = table.Column<string>(maxLength: 80),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_buurten", t => new { t.Community, t.Code });
                table.CommunityKey("buurten", t => t.Community);
            }
        );

        migrationBuilder.CreateTable(
            "streets",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                Name = table.Column<string>(maxLength: 80),
                NameKey = table.Column<string>(maxLength: 160),
                Town = table.Column<string>(maxLength: 80),
                TownKey = table.Column<string>(maxLength: 160),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_streets", t => t.Id);
                table.CommunityKey("streets", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("streets", "Community", "Name", "Town");

        migrationBuilder.CreateTable(
            "addresses",
            table => new
            {
                Id = table.Id(),
                Addition = table.Column<string>(maxLength: 12),
                BuurtCode = table.Column<string>(maxLength: 10),
                Community = table.Community(),
                Latitude = table.Column<double>(),
                Longitude = table.Column<double>(),
                Number = table.Column<int>(),
                PostalCode = table.Column<string>(maxLength: 7),
                Street = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_addresses", t => t.Id);
                table.CommunityKey("addresses", t => t.Community);
                table.ForeignKey(
                    "FK_addresses_streets_Street",
                    t => t.Street,
                    "streets",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.UniqueIndex("addresses", "Street", "Number", "Addition");
        migrationBuilder.Index("addresses", "Community", "PostalCode", "Number");
        migrationBuilder.Index("addresses", "Community", "Latitude", "Longitude");

        migrationBuilder.CreateTable(
            "address_uploads",
            table => new
            {
                Id = table.Id(),
                Added = table.Column<int>(),
                AsBefore = table.Column<int>(),
                At = table.Instant(),
                By = table.Id(),
                Changed = table.Column<int>(),
                Community = table.Community(),
                Content = table.Column<string>(),
                ReadAt = table.Instant(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_address_uploads", t => t.Id);
                table.CommunityKey("address_uploads", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("address_uploads");
    }
}
