using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Rooms.Domain;

namespace Nabij.Modules.Rooms.Data;

public sealed class RoomMapping : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms");
        builder.Property(r => r.Name).HasMaxLength(Room.MaxNameLength);
        builder.Property(r => r.Where).HasMaxLength(Room.MaxWhereLength);
        builder.Property(r => r.Buurt).HasMaxLength(20);
        builder.Property(r => r.Rules).HasMaxLength(Room.MaxRulesLength);
        builder.Property(r => r.KeyWhere).IsSensitive();
        builder.Property(r => r.KeyCode).IsSensitive();
        builder.Property(r => r.Access).HasConversion<int>().Metadata.SetMaxLength(null); // flags: their names do not fit
        builder.Property(r => r.Uses).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.HasMany(r => r.Hours).WithOne().HasForeignKey(h => h.Room);
        builder.HasMany(r => r.Closures).WithOne().HasForeignKey(c => c.Room);
        builder.HasIndex(r => r.Organisation);
    }
}

public sealed class OpenHoursMapping : IEntityTypeConfiguration<OpenHours>
{
    public void Configure(EntityTypeBuilder<OpenHours> builder)
    {
        builder.ToTable("room_hours");
        builder.HasKey(h => new { h.Room, h.Weekday });
    }
}

public sealed class ClosureMapping : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.ToTable("room_closures");
        builder.Property(c => c.Id).ValueGeneratedNever(); // made here, so that a new one is added and not changed
        builder.Property(c => c.Why).HasMaxLength(Closure.MaxWhyLength);
        builder.HasIndex(c => c.Room);
    }
}

public static class RoomSets
{
    extension(NabijDb db)
    {
        public DbSet<Room> Rooms => db.Set<Room>();
    }

    extension(IQueryable<Room> rooms)
    {
        /// <summary>Those that are lent now, by name.</summary>
        public IQueryable<Room> Lent => rooms.Where(r => r.LeftAt == null).OrderBy(r => r.Name).ThenBy(r => r.Id);

        /// <summary>With their hours and the days on which they are closed.</summary>
        public IQueryable<Room> WithHours => rooms.Include(r => r.Hours).Include(r => r.Closures).AsSingleQuery();
    }
}
