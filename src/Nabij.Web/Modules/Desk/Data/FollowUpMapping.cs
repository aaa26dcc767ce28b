using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Domain;
using NodaTime;

namespace Nabij.Modules.Desk.Data;

public sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    internal const string WhileOpen = "\"ClosedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("follow_ups");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(f => f.SubjectKind).HasMaxLength(Subject.MaxKindLength);
        builder.Property(f => f.Reason).HasMaxLength(FollowUp.MaxReasonLength);
        builder.Property(f => f.Title).IsSensitive();
        builder.Property(f => f.Path).HasMaxLength(FollowUp.MaxPathLength);
        builder.Property(f => f.Buurt).HasMaxLength(FollowUp.MaxBuurtLength);
        builder.Property(f => f.Word).IsSensitive();
        builder.Property(f => f.TakenBy).IsConcurrencyToken(); // two colleagues take it, the slower write loses
        builder.Ignore(f => f.About);
        builder // all that the list and its counts ask about: counted in the index alone
            .HasIndex(SharedTables.Community, nameof(FollowUp.ClosedAt), nameof(FollowUp.NextDate), nameof(FollowUp.Owner), nameof(FollowUp.StandIn));
        builder.HasIndex(SharedTables.Community, nameof(FollowUp.ClosedAt), nameof(FollowUp.Buurt), nameof(FollowUp.NextDate));
        builder
            .HasIndex(SharedTables.Community, nameof(FollowUp.SubjectId), nameof(FollowUp.SubjectKind))
            .IsUnique()
            .HasFilter(WhileOpen);
    }
}

public static class FollowUpSet
{
    extension(NabijDb db)
    {
        public DbSet<FollowUp> FollowUps => db.Set<FollowUp>();
    }

    extension(IQueryable<FollowUp> followUps)
    {
        public IQueryable<FollowUp> Open => followUps.Where(f => f.ClosedAt == null);

        public IQueryable<FollowUp> About(Subject subject) =>
            followUps.Where(f => f.SubjectId == subject.Id && f.SubjectKind == subject.Kind);

        /// <summary>
        /// What this person sees: their own, what they stand in for, and what is late for a day where they are the
        /// stand-in. Who runs the desk also sees what is nobody's, what is of people who are all away, and what is late
        /// of anybody. <see cref="FollowUp.IsInSightOf"/> in SQL.
        /// </summary>
        public IQueryable<FollowUp> InSightOf(PersonId person, bool runsDesk, IReadOnlyCollection<PersonId> away, Instant now)
        {
            var lateForADay = now - FollowUp.StandInIsToldAfter;
            return followUps.Where(f =>
                f.Owner == person
                || (
                    f.StandIn == person
                    && f.Owner != null
                    && (away.Contains(f.Owner.Value) || f.NextDate <= lateForADay)
                )
                || (
                    runsDesk
                    && (
                        f.Owner == null
                        || f.NextDate < now
                        || (away.Contains(f.Owner.Value) && (f.StandIn == null || away.Contains(f.StandIn.Value)))
                    )
                )
            );
        }
    }
}
