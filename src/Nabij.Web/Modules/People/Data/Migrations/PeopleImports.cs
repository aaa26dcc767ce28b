using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.People.Data.Migrations;

/// <summary>Lists of people that are read in, and their rows.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000610_PeopleImports")]
public sealed class PeopleImports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "people_imports",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                By = table.Id(),
                Columns = table.Column<string>(maxLength: 720),
                Community = table.Community(),
                Content = table.Column<string>(),
                DoneAt = table.Instant(nullable: true),
                State = table.Enum(),
                Way = table.Enum(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_people_imports", t => t.Id);
                table.CommunityKey("people_imports", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("people_imports");

        migrationBuilder.CreateTable(
            "people_import_rows",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                Known = table.Column<Guid>(nullable: true),
                Fields = table.Column<string>(),
                Import = table.Id(),
                Line = table.Column<int>(),
                Outcome = table.Enum(),
                Person = table.Column<Guid>(nullable: true),
                Why = table.Column<string>(maxLength: 80, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_people_import_rows", t => t.Id);
                table.CommunityKey("people_import_rows", t => t.Community);
                table.ForeignKey("FK_people_import_rows_people_imports_Import", t => t.Import, "people_imports", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("people_import_rows");
        migrationBuilder.Index("people_import_rows", "Import", "Outcome", "Line");
    }
}
