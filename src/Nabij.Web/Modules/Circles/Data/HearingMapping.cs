using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CircleNoteMapping : IEntityTypeConfiguration<CircleNote>
{
    public void Configure(EntityTypeBuilder<CircleNote> builder)
    {
        builder.ToTable("circle_notes");
        builder.HasIndex(n => new { n.Person, n.On });
        builder.HasIndex(n => n.On);
    }
}

public sealed class MeetUpMapping : IEntityTypeConfiguration<MeetUp>
{
    public void Configure(EntityTypeBuilder<MeetUp> builder)
    {
        builder.ToTable("meet_ups");
        builder.Property(m => m.What).HasMaxLength(MeetUp.MaxWhatLength);
        builder.Property(m => m.Place).HasMaxLength(MeetUp.MaxWhatLength);
        builder.Property(m => m.CancelledAt).IsConcurrencyToken();
        builder.Ignore(m => m.StartsAt);
        builder.HasOne<Circle>().WithMany().HasForeignKey(m => m.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Guests).WithOne().HasForeignKey(g => g.MeetUp).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Guests).AutoInclude();
        builder.HasIndex(m => new { m.Circle, m.Day });
    }
}

public sealed class MeetUpGuestMapping : IEntityTypeConfiguration<MeetUpGuest>
{
    public void Configure(EntityTypeBuilder<MeetUpGuest> builder)
    {
        builder.ToTable("meet_up_guests");
        builder.HasIndex(g => new { g.MeetUp, g.Person }).IsUnique();
    }
}

public static class HearingSets
{
    extension(NabijDb db)
    {
        public DbSet<CircleNote> CircleNotes => db.Set<CircleNote>();
        public DbSet<MeetUp> MeetUps => db.Set<MeetUp>();
        public DbSet<MeetUpGuest> MeetUpGuests => db.Set<MeetUpGuest>();
    }

    extension(IQueryable<MeetUp> meetUps)
    {
        /// <summary>What was planned and not counted or cancelled, soonest first.</summary>
        public IQueryable<MeetUp> AheadIn(CircleId circle) =>
            meetUps.Where(m => m.Circle == circle && m.CancelledAt == null && m.CountedAt == null).OrderBy(m => m.Day).ThenBy(m => m.Time);
    }
}
