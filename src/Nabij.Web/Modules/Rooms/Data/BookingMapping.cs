using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Data;

public sealed class BookingMapping : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("room_bookings");
        builder.Property(b => b.Purpose).IsSensitive();
        builder.Property(b => b.Reason).HasMaxLength(80);
        builder.Property(b => b.Trouble).HasMaxLength(80);
        builder.Property(b => b.Use).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.Property(b => b.State).IsConcurrencyToken(); // the owner says yes while it is cancelled
        builder.Property(b => b.PhonedSince).IsConcurrencyToken(); // two nodes: one line on the call list
        builder.Ignore(b => b.Held);
        builder.HasMany(b => b.Dates).WithOne().HasForeignKey(d => d.Booking).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => new { b.State, b.DueAt });
        builder.HasIndex(b => b.BookedFor);
        builder.HasIndex(b => b.Organisation);
        builder.HasIndex(b => b.Room);
        builder.HasIndex(b => b.PartOf);
    }
}

public sealed class BookedDateMapping : IEntityTypeConfiguration<BookedDate>
{
    public void Configure(EntityTypeBuilder<BookedDate> builder)
    {
        builder.ToTable("room_dates");
        builder.Property(d => d.State).IsConcurrencyToken();
        builder.Property(d => d.KeyToldAt).IsConcurrencyToken(); // two nodes: told once
        builder.Property(d => d.CodeToldAt).IsConcurrencyToken();
        builder.Property(d => d.AskedAfterAt).IsConcurrencyToken();
        builder.HasMany(d => d.Quarters).WithOne().HasForeignKey(q => q.BookedDate).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => d.Booking);
        builder.HasIndex(d => new { d.Room, d.Date });
        builder.HasIndex(d => new { d.Date, d.State });
    }
}

/// <summary>A row for each quarter of an hour that somebody has: the key lets nobody else have it.</summary>
public sealed class BookedQuarterMapping : IEntityTypeConfiguration<BookedQuarter>
{
    public void Configure(EntityTypeBuilder<BookedQuarter> builder)
    {
        builder.ToTable("room_quarters");
        builder.HasKey(q => new { q.Room, q.Date, q.Quarter });
        builder.HasIndex(q => q.BookedDate);
    }
}

public static class BookingSets
{
    extension(NabijDb db)
    {
        public DbSet<Booking> Bookings => db.Set<Booking>();
        public DbSet<BookedDate> BookedDates => db.Set<BookedDate>();
        public DbSet<BookedQuarter> BookedQuarters => db.Set<BookedQuarter>();
    }

    extension(IQueryable<Booking> bookings)
    {
        /// <summary>The ids of what is due in this state, what waits longest first.</summary>
        public IQueryable<BookingId> Due(BookingState state, Instant now) =>
            bookings.Where(b => b.State == state && b.DueAt <= now).OrderBy(b => b.DueAt).ThenBy(b => b.Id).Select(b => b.Id);
    }

    extension(IQueryable<BookedDate> dates)
    {
        public IQueryable<BookedDate> HeldFrom(LocalDate first, LocalDate last) =>
            dates.Where(d => d.State == BookedDateState.Held && d.Date >= first && d.Date <= last);
    }

    /// <summary>What is taken of these rooms from the first of these days to the last.</summary>
    public static async Task<TakenQuarters> TakenAsync(
        this IQueryable<BookedQuarter> quarters,
        IReadOnlyCollection<RoomId> rooms,
        LocalDate first,
        LocalDate last,
        CancellationToken ct
    )
    {
        var taken = await quarters
            .Where(q => rooms.Contains(q.Room) && q.Date >= first && q.Date <= last)
            .Select(q => new { q.Room, q.Date, q.Quarter })
            .ToListAsync(ct);
        return new(taken.Select(q => (q.Room, q.Date, q.Quarter)));
    }
}
