using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CircleAddressMapping : IEntityTypeConfiguration<CircleAddress>
{
    public void Configure(EntityTypeBuilder<CircleAddress> builder)
    {
        builder.ToTable("circle_addresses");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(CircleAddress.Address));
        builder.HasOne<Circle>().WithMany().HasForeignKey(a => a.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Circle);
    }
}

public sealed class CirclePairMapping : IEntityTypeConfiguration<CirclePair>
{
    public void Configure(EntityTypeBuilder<CirclePair> builder)
    {
        builder.ToTable("circle_pairs");
        builder.HasKey(p => new { p.One, p.Other });
        builder.HasOne<Circle>().WithMany().HasForeignKey(p => p.One).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Circle>().WithMany().HasForeignKey(p => p.Other).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.Other);
    }
}

public static class CircleAreaSets
{
    extension(NabijDb db)
    {
        public DbSet<CircleAddress> CircleAddresses => db.Set<CircleAddress>();

        public DbSet<CirclePair> CirclePairs => db.Set<CirclePair>();
    }

    extension(IQueryable<CirclePair> pairs)
    {
        public IQueryable<CircleId> NextTo(CircleId circle) =>
            pairs.Where(p => p.One == circle || p.Other == circle).Select(p => p.One == circle ? p.Other : p.One);
    }
}
