using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Reach.Data.Migrations;

[DbContext(typeof(NabijDb)), Migration("20261121000500_Reach")]
public sealed class Messages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "messages",
            table => new
            {
                Id = table.Id(),
                Answer = table.Column<string>(maxLength: 40, nullable: true),
                AnsweredAt = table.Instant(nullable: true),
                AnsweredBy = table.Enum(nullable: true),
                Answers = table.Column<string>(maxLength: 200),
                Channel = table.Enum(nullable: true),
                Community = table.Community(),
                CreatedAt = table.Instant(),
                DueAt = table.Instant(),
                EndedAt = table.Instant(nullable: true),
                EvenAtNight = table.Column<bool>(),
                GivenUp = table.Enum(),
                LockedBy = table.Column<Guid>(nullable: true),
                LockedUntil = table.Instant(nullable: true),
                MayWait = table.Column<bool>(),
                NotAfter = table.Instant(nullable: true),
                NotBefore = table.Instant(nullable: true),
                OnlyBy = table.Enum(nullable: true),
                Person = table.Id(),
                Reason = table.Column<string>(maxLength: 80),
                RefusedWith = table.Column<string>(maxLength: 80, nullable: true),
                SentWith = table.Column<Guid>(nullable: true),
                State = table.Enum(),
                SubjectId = table.Id(),
                SubjectKind = table.Column<string>(maxLength: 40),
                Tries = table.Column<int>(),
                Words = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_messages", t => t.Id);
                table.CommunityKey("messages", t => t.Community);
            }
        );
        migrationBuilder.Index("messages", "Community", "State", "DueAt");
        migrationBuilder.Index("messages", "Person", "State");
        migrationBuilder.Index("messages", "SubjectId");

        migrationBuilder.CreateTable(
            "answer_links",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                ExpiresAt = table.Instant(),
                Message = table.Id(),
                SecretHash = table.Column<string>(maxLength: 64),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_answer_links", t => t.Id);
                table.CommunityKey("answer_links", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("answer_links");
        migrationBuilder.UniqueIndex("answer_links", "SecretHash");

        migrationBuilder.CreateTable(
            "message_withdrawals",
            table => new
            {
                Id = table.Id(),
                At = table.Instant(),
                Community = table.Community(),
                Message = table.Id(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_message_withdrawals", t => t.Id);
                table.CommunityKey("message_withdrawals", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("message_withdrawals");
        migrationBuilder.Index("message_withdrawals", "Message");

        migrationBuilder.CreateTable(
            "incoming_texts",
            table => new
            {
                Id = table.Id(),
                Community = table.Community(),
                GatewayId = table.Column<string>(maxLength: 100),
                ReceivedAt = table.Instant(),
                Unread = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_incoming_texts", t => t.Id);
                table.CommunityKey("incoming_texts", t => t.Community);
            }
        );
        migrationBuilder.UniqueIndex("incoming_texts", "Community", "GatewayId");
    }
}
