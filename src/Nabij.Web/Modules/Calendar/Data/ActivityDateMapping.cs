using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Data;

public sealed class ActivityDateMapping : IEntityTypeConfiguration<ActivityDate>
{
    public void Configure(EntityTypeBuilder<ActivityDate> builder)
    {
        builder.ToTable("activity_dates");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(d => d.Note).HasMaxLength(ActivityDate.MaxNoteLength);
        builder.Property(d => d.SeatsTaken).IsConcurrencyToken(); // the last seat is given once
        builder.Ignore(d => d.GoesOn);
        builder.HasOne<Activity>().WithMany().HasForeignKey(d => d.Activity).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.Activity, d.PlannedFor }).IsUnique();
        // in the order of lists to the last column: who takes the first few of a busy hour reads no more than those
        builder.HasIndex(SharedTables.Community, nameof(ActivityDate.Day), nameof(ActivityDate.StartsAt), nameof(ActivityDate.Id));
    }
}

public static class ActivityDateSets
{
    extension(NabijDb db)
    {
        public DbSet<ActivityDate> ActivityDates => db.Set<ActivityDate>();
    }

    extension(IQueryable<ActivityDate> dates)
    {
        /// <summary>From this day until the day before <paramref name="until"/>.</summary>
        public IQueryable<ActivityDate> Between(LocalDate from, LocalDate until) =>
            dates.Where(d => d.Day >= from && d.Day < until);

        public IQueryable<ActivityDate> InOrder => dates.OrderBy(d => d.Day).ThenBy(d => d.StartsAt).ThenBy(d => d.Id);
    }
}
