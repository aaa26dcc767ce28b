using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Coordination.Domain;

namespace Nabij.Modules.Coordination.Data;

public sealed class CallMapping : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("calls");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(c => c.Words).IsSensitive();
        builder.Property(c => c.Path).HasMaxLength(Call.MaxPathLength);
        builder.Property(c => c.SettledAt).IsConcurrencyToken(); // settled once, by whoever is first
        builder.HasIndex(SharedTables.Community, nameof(Call.At));
        builder.HasIndex(c => c.Caller);
    }
}

public sealed class DutyShiftMapping : IEntityTypeConfiguration<DutyShift>
{
    public void Configure(EntityTypeBuilder<DutyShift> builder) => builder.ToTable("duty_shifts");
}

public sealed class DutyChangeMapping : IEntityTypeConfiguration<DutyChange>
{
    public void Configure(EntityTypeBuilder<DutyChange> builder)
    {
        builder.ToTable("duty_changes");
        builder.Ignore(c => c.About);
        builder.HasOne<DutyShift>().WithMany().HasForeignKey(c => c.Shift).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.Shift, c.Date }).IsUnique();
    }
}

public sealed class HandoverMapping : IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handovers");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(h => h.Note).IsSensitive();
        builder.Property(h => h.TakenAt).IsConcurrencyToken();
        builder.HasIndex(SharedTables.Community, nameof(Handover.At));
    }
}

public sealed class OutsideHoursMapping : IEntityTypeConfiguration<OutsideHours>
{
    public void Configure(EntityTypeBuilder<OutsideHours> builder)
    {
        builder.ToTable("outside_hours");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(o => o.Words).HasMaxLength(OutsideHours.MaxWordsLength);
        builder.HasIndex(SharedTables.Community).IsUnique();
    }
}

public static class CoordinationSets
{
    extension(NabijDb db)
    {
        public DbSet<Call> Calls => db.Set<Call>();
        public DbSet<DutyShift> DutyShifts => db.Set<DutyShift>();
        public DbSet<DutyChange> DutyChanges => db.Set<DutyChange>();
        public DbSet<Handover> Handovers => db.Set<Handover>();
        public DbSet<OutsideHours> OutsideHours => db.Set<OutsideHours>();
    }

    extension(IQueryable<Call> calls)
    {
        /// <summary>As <see cref="Call.IsOpen"/> says it of one.</summary>
        public IQueryable<Call> Open => calls.Where(c => c.SettledAt == null);
    }

    extension(IQueryable<Handover> handovers)
    {
        /// <summary>As <see cref="Handover.IsOpen"/> says it of one.</summary>
        public IQueryable<Handover> Open => handovers.Where(h => h.TakenAt == null);
    }
}
