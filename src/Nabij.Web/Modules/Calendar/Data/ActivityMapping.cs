using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Data;

public sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activities");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(a => a.Title).HasMaxLength(Activity.MaxTitleLength);
        builder.Property(a => a.Description).HasMaxLength(Activity.MaxDescriptionLength);
        builder.Property(a => a.CostWords).HasMaxLength(Activity.MaxCostWordsLength);
        builder.Property(a => a.Pace).HasMaxLength(Activity.MaxPaceLength);
        builder.Property(a => a.ContactPhone).HasMaxLength(Activity.MaxPhoneLength);
        builder.Property(a => a.Link).HasMaxLength(Activity.MaxLinkLength);
        builder.Property(a => a.FeedUid).HasMaxLength(Activity.MaxUidLength);
        builder.Property(a => a.Access).HasConversion<int>().Metadata.SetMaxLength(null); // flags, asked for by bit
        builder.ComplexProperty(
            a => a.Venue,
            venue =>
            {
                venue.Property(v => v.Name).HasMaxLength(Venue.MaxNameLength);
                venue.Property(v => v.Room).HasMaxLength(Venue.MaxRoomLength);
                venue.Property(v => v.Buurt).HasMaxLength(Venue.MaxBuurtLength);
            }
        );
        builder.ComplexProperty(a => a.Timing);
        builder.ComplexProperty(a => a.SignUp);
        builder.Ignore(a => a.Details).Ignore(a => a.FirstHost).Ignore(a => a.IsSure);
        builder.HasMany(a => a.Hosts).WithOne().HasForeignKey(h => h.Activity);
        builder.Navigation(a => a.Hosts).AutoInclude();
        builder.Property(a => a.Revision).IsConcurrencyToken(); // two who change it at once: the slower hears it
        builder.Property(a => a.Freshness).IsConcurrencyToken();

        builder.HasIndex(SharedTables.Community, nameof(Activity.ChangedAt));
        builder.HasIndex(SharedTables.Community, nameof(Activity.PlannedUntil));
        builder.HasIndex(SharedTables.Community, nameof(Activity.Freshness), nameof(Activity.ConfirmedUntil));
        builder.HasIndex(SharedTables.Community, nameof(Activity.IndexedAt));
        builder.HasIndex(a => a.MergedInto);
        builder.HasIndex(a => new { a.Feed, a.FeedUid }).IsUnique().HasFilter("\"Feed\" IS NOT NULL");
    }
}

public sealed class ActivityHostMapping : IEntityTypeConfiguration<ActivityHost>
{
    public void Configure(EntityTypeBuilder<ActivityHost> builder)
    {
        builder.ToTable("activity_hosts");
        builder.HasKey(h => new { h.Activity, h.Organisation });
        builder.HasIndex(h => h.Organisation);
    }
}

public static class ActivitySets
{
    extension(NabijDb db)
    {
        public DbSet<Activity> Activities => db.Set<Activity>();

        public DbSet<ActivityHost> ActivityHosts => db.Set<ActivityHost>();
    }

    extension(IQueryable<Activity> activities)
    {
        /// <summary>Each thing to do once: not the duplicates that stepped back.</summary>
        public IQueryable<Activity> Shown => activities.Where(a => a.MergedInto == null);

        /// <summary>As <see cref="Activity.IsSure"/> says it of one.</summary>
        public IQueryable<Activity> Sure =>
            activities.Where(a => a.Freshness != Freshness.Silent && a.CancelledAt == null && a.MergedInto == null);

        /// <summary>Those of which new dates are to come into the table.</summary>
        public IQueryable<Activity> ToPlanFurther(LocalDate today)
        {
            var enough = CalendarWindow.LastDay(today).PlusWeeks(-CalendarWindow.WeeksBeforeMoving);
            return activities.Where(a => a.PlannedUntil < enough);
        }
    }
}
