using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Data;

public sealed class StreetMapping : IEntityTypeConfiguration<Street>
{
    public void Configure(EntityTypeBuilder<Street> builder)
    {
        builder.ToTable("streets");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(s => s.Name).HasMaxLength(Street.MaxNameLength);
        builder.Property(s => s.Town).HasMaxLength(Street.MaxNameLength);
        builder.Property(s => s.NameKey).HasMaxLength(2 * Street.MaxNameLength);
        builder.Property(s => s.TownKey).HasMaxLength(2 * Street.MaxNameLength);
        builder.HasIndex(SharedTables.Community, nameof(Street.Name), nameof(Street.Town)).IsUnique();
    }
}

public static class StreetSet
{
    extension(NabijDb db)
    {
        public DbSet<Street> Streets => db.Set<Street>();
    }

    extension(IQueryable<Street> streets)
    {
        public IQueryable<StreetKeys> Keys => streets.Select(s => new StreetKeys(s.Id, s.NameKey, s.TownKey));
    }
}
