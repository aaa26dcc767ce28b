using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Circles.Data.Migrations;

/// <summary>Proposals of circles with their front doors, what was moved in them by hand, and who is asked after one is taken over.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122000100_CircleProposals")]
public sealed class CircleProposals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        AddProposals(migrationBuilder);
        AddPlaces(migrationBuilder);
        AddCirclesAndMoves(migrationBuilder);
        AddAskRounds(migrationBuilder);
    }

    private static void AddProposals(MigrationBuilder migration)
    {
        migration.CreateTable(
            "circle_proposals",
            table => new
            {
                Id = table.Id(),
                Barriers = table.Column<string>(),
                Buurt = table.Column<string>(maxLength: 10, nullable: true),
                Community = table.Community(),
                Edition = table.Column<int>(),
                IsSketch = table.Column<bool>(),
                Name = table.Column<string>(maxLength: 80),
                Progress = table.Column<int>(),
                ReadyAt = table.Instant(nullable: true),
                StartedAt = table.Instant(),
                StartedBy = table.Id(),
                State = table.Enum(),
                Target = table.Column<int>(),
                ThereAre = table.Enum(),
                Tries = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_proposals", t => t.Id);
                table.CommunityKey("circle_proposals", t => t.Community);
            }
        );
        migration.CommunityIndex("circle_proposals");
    }

    private static void AddPlaces(MigrationBuilder migration)
    {
        migration.CreateTable(
            "proposed_places",
            table => new
            {
                Proposal = table.Id(),
                Number = table.Column<int>(),
                Address = table.Column<Guid>(nullable: true),
                Buurt = table.Column<string>(maxLength: 10),
                Circle = table.Column<int>(),
                Community = table.Community(),
                House = table.Column<string>(maxLength: 20),
                Latitude = table.Column<double>(),
                Longitude = table.Column<double>(),
                Street = table.Column<string>(maxLength: 80),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_proposed_places", t => new { t.Proposal, t.Number });
                table.CommunityKey("proposed_places", t => t.Community);
                OfProposal(table, "proposed_places", t => t.Proposal);
            }
        );
        migration.CommunityIndex("proposed_places");
        migration.UniqueIndex("proposed_places", "Proposal", "Address");
    }

    private static void AddCirclesAndMoves(MigrationBuilder migration)
    {
        migration.CreateTable(
            "proposed_circles",
            table => new
            {
                Proposal = table.Id(),
                Number = table.Column<int>(),
                Became = table.Column<Guid>(nullable: true),
                Community = table.Community(),
                Continues = table.Column<Guid>(nullable: true),
                Name = table.Column<string>(maxLength: 60),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_proposed_circles", t => new { t.Proposal, t.Number });
                table.CommunityKey("proposed_circles", t => t.Community);
                OfProposal(table, "proposed_circles", t => t.Proposal);
            }
        );
        migration.CommunityIndex("proposed_circles");

        migration.CreateTable(
            "proposal_moves",
            table => new
            {
                Proposal = table.Id(),
                Sequence = table.Column<int>(),
                At = table.Instant(),
                By = table.Id(),
                Community = table.Community(),
                From = table.Column<int>(),
                Places = table.Column<string>(),
                To = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_proposal_moves", t => new { t.Proposal, t.Sequence });
                table.CommunityKey("proposal_moves", t => t.Community);
                OfProposal(table, "proposal_moves", t => t.Proposal);
            }
        );
        migration.CommunityIndex("proposal_moves");
    }

    private static void AddAskRounds(MigrationBuilder migration)
    {
        migration.CreateTable(
            "ask_rounds",
            table => new
            {
                Id = table.Id(),
                ClosedAt = table.Instant(nullable: true),
                Community = table.Community(),
                Name = table.Column<string>(maxLength: 80),
                Owner = table.Id(),
                StandIn = table.Column<Guid>(nullable: true),
                StartedAt = table.Instant(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ask_rounds", t => t.Id);
                table.CommunityKey("ask_rounds", t => t.Community);
            }
        );
        migration.CommunityIndex("ask_rounds");

        migration.CreateTable(
            "ask_round_circles",
            table => new
            {
                Round = table.Id(),
                Circle = table.Id(),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ask_round_circles", t => new { t.Round, t.Circle });
                table.CommunityKey("ask_round_circles", t => t.Community);
                table.ForeignKey("FK_ask_round_circles_ask_rounds_Round", t => t.Round, "ask_rounds", "Id", onDelete: ReferentialAction.Restrict);
                table.ForeignKey("FK_ask_round_circles_circles_Circle", t => t.Circle, "circles", "Id", onDelete: ReferentialAction.Restrict);
            }
        );
        migration.CommunityIndex("ask_round_circles");
        migration.Index("ask_round_circles", "Circle");

        migration.CreateTable(
            "circle_declined",
            table => new
            {
                Community = table.Community(),
                Person = table.Id(),
                At = table.Instant(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_circle_declined", t => new { t.Community, t.Person });
                table.CommunityKey("circle_declined", t => t.Community);
            }
        );
    }

    private static void OfProposal<T>(CreateTableBuilder<T> table, string name, System.Linq.Expressions.Expression<Func<T, object>> column) =>
        table.ForeignKey($"FK_{name}_circle_proposals_Proposal", column, "circle_proposals", "Id", onDelete: ReferentialAction.Cascade);
}
