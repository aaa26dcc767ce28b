using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Data;

public sealed class MessageMapping : IEntityTypeConfiguration<PersonalMessage>
{
    public void Configure(EntityTypeBuilder<PersonalMessage> builder)
    {
        builder.ToTable("messages");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(m => m.SubjectKind).HasMaxLength(Subject.MaxKindLength);
        builder.Property(m => m.Reason).HasMaxLength(PersonalMessage.MaxReasonLength);
        builder.Property(m => m.Words).IsSensitive();
        builder.Property(m => m.Answers).HasMaxLength(PersonalMessage.MaxAnswersLength);
        builder.Property(m => m.Answer).HasMaxLength(PersonalMessage.MaxAnswerLength);
        builder.Property(m => m.RefusedWith).HasMaxLength(PersonalMessage.MaxReasonLength);
        builder.Ignore(m => m.About).Ignore(m => m.Choices).Ignore(m => m.IsQuestion).Ignore(m => m.IsOpen);

        // two nodes send it, two people call, two clicks answer: the slower write loses
        builder.Property(m => m.State).IsConcurrencyToken();
        builder.Property(m => m.LockedUntil).IsConcurrencyToken();
        builder.Property(m => m.AnsweredAt).IsConcurrencyToken();

        builder.HasIndex(SharedTables.Community, nameof(PersonalMessage.State), nameof(PersonalMessage.DueAt));
        builder.HasIndex(m => new { m.Person, m.State });
        builder.HasIndex(m => m.SubjectId);
    }
}

public sealed class AnswerLinkMapping : IEntityTypeConfiguration<AnswerLink>
{
    public void Configure(EntityTypeBuilder<AnswerLink> builder)
    {
        builder.ToTable("answer_links");
        builder.Property(l => l.SecretHash).HasMaxLength(64);
        builder.HasIndex(l => l.SecretHash).IsUnique();
    }
}

public sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("message_withdrawals");
        builder.HasIndex(w => w.Message);
    }
}

public sealed class IncomingTextMapping : IEntityTypeConfiguration<IncomingText>
{
    public void Configure(EntityTypeBuilder<IncomingText> builder)
    {
        builder.ToTable("incoming_texts");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(t => t.GatewayId).HasMaxLength(IncomingText.MaxIdLength);
        builder.Property(t => t.Unread).IsSensitive();
        builder.HasIndex(SharedTables.Community, nameof(IncomingText.GatewayId)).IsUnique();
    }
}

public static class MessageSets
{
    extension(NabijDb db)
    {
        public DbSet<PersonalMessage> Messages => db.Set<PersonalMessage>();
        public DbSet<AnswerLink> AnswerLinks => db.Set<AnswerLink>();
        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();
        public DbSet<IncomingText> IncomingTexts => db.Set<IncomingText>();

        /// <summary>The messages in one of these states that are still true.</summary>
        public IQueryable<PersonalMessage> MessagesThatAre(params IReadOnlyCollection<MessageState> states)
        {
            var withdrawals = db.Withdrawals;
            return db.Messages.Where(m => states.Contains(m.State) && !withdrawals.Any(w => w.Message == m.Id));
        }
    }

    extension(IQueryable<PersonalMessage> messages)
    {
        public IQueryable<PersonalMessage> About(Subject subject) =>
            messages.Where(m => m.SubjectId == subject.Id && m.SubjectKind == subject.Kind);

        public IQueryable<PersonalMessage> About(string subjectKind, IReadOnlyCollection<Guid> subjectIds) =>
            messages.Where(m => subjectIds.Contains(m.SubjectId) && m.SubjectKind == subjectKind);

        public IQueryable<PersonalMessage> Open()
        {
            var open = MessageStates.Open;
            return messages.Where(m => open.Contains(m.State));
        }

        public IQueryable<PersonalMessage> DueAt(Instant now) => messages.Where(m => m.DueAt <= now);
    }
}
