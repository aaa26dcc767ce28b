using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Gaps.Data;

public sealed class MissMapping : IEntityTypeConfiguration<Miss>
{
    public void Configure(EntityTypeBuilder<Miss> builder)
    {
        builder.ToTable("missed");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(m => m.Buurt).HasMaxLength(Venue.MaxBuurtLength);
        builder.Property(m => m.Access).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.HasIndex(SharedTables.Community, nameof(Miss.NotedOn));
    }
}

public sealed class GapPlanMapping : IEntityTypeConfiguration<GapPlan>
{
    public void Configure(EntityTypeBuilder<GapPlan> builder)
    {
        builder.ToTable("gap_plans");
        builder.Property(p => p.Buurt).HasMaxLength(Venue.MaxBuurtLength);
        builder.Property(p => p.Access).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.Property(p => p.State).IsConcurrencyToken(); // two who fill it at once: one activity
    }
}

public static class GapSets
{
    extension(NabijDb db)
    {
        public DbSet<Miss> Missed => db.Set<Miss>();
        public DbSet<GapPlan> GapPlans => db.Set<GapPlan>();
    }
}
