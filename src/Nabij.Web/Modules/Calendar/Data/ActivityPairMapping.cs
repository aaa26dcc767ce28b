using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class ActivityPairMapping : IEntityTypeConfiguration<ActivityPair>
{
    public void Configure(EntityTypeBuilder<ActivityPair> builder)
    {
        builder.ToTable("activity_pairs");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(p => p.State).IsConcurrencyToken(); // one says they are one, another that they are two
        builder.Property(p => p.Reason).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.HasOne<Activity>().WithMany().HasForeignKey(p => p.First).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Activity>().WithMany().HasForeignKey(p => p.Second).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.First, p.Second }).IsUnique();
        builder.HasIndex(SharedTables.Community, nameof(ActivityPair.State));
    }
}

public static class ActivityPairSets
{
    extension(NabijDb db)
    {
        public DbSet<ActivityPair> ActivityPairs => db.Set<ActivityPair>();
    }

    extension(IQueryable<ActivityPair> pairs)
    {
        /// <summary>Those that somebody has yet to look at, the surest first.</summary>
        public IQueryable<ActivityPair> ToSettle =>
            pairs.Where(p => p.State == PairState.Proposed).OrderByDescending(p => p.IsSure).ThenByDescending(p => p.CommonDates).ThenBy(p => p.Id);
    }
}
