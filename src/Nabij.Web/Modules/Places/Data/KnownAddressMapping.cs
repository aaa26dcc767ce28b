using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Data;

public sealed class KnownAddressMapping : IEntityTypeConfiguration<KnownAddress>
{
    public void Configure(EntityTypeBuilder<KnownAddress> builder)
    {
        builder.ToTable("addresses");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(a => a.Addition).HasMaxLength(KnownAddress.MaxAdditionLength);
        builder.Property(a => a.PostalCode).HasMaxLength(KnownAddress.PostalCodeLength);
        builder.Property(a => a.BuurtCode).HasMaxLength(KnownAddress.MaxBuurtCodeLength);
        builder.HasOne<Street>().WithMany().HasForeignKey(a => a.Street).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Street, a.Number, a.Addition }).IsUnique();
        builder.HasIndex(SharedTables.Community, nameof(KnownAddress.PostalCode), nameof(KnownAddress.Number));
        builder.HasIndex(SharedTables.Community, nameof(KnownAddress.Latitude), nameof(KnownAddress.Longitude));
    }
}

public static class KnownAddressSet
{
    extension(NabijDb db)
    {
        public DbSet<KnownAddress> Addresses => db.Set<KnownAddress>();
    }

    extension(IQueryable<KnownAddress> addresses)
    {
        public IQueryable<KnownAddress> WithNumber(int? number) =>
            number is { } given ? addresses.Where(a => a.Number == given) : addresses;

        /// <summary>The addresses with their streets, for others to use.</summary>
        public IQueryable<InStreet> In(IQueryable<Street> streets) =>
            from a in addresses
            join s in streets on a.Street equals s.Id
            select new InStreet(
                s.Id,
                new Address(
                    a.Id,
                    s.Name,
                    a.Number,
                    a.Addition == "" ? null : a.Addition,
                    a.PostalCode,
                    s.Town,
                    a.BuurtCode,
                    new GeoPoint(a.Longitude, a.Latitude)
                )
            );
    }
}

/// <summary>An address and the street it is in.</summary>
public sealed record InStreet(StreetId Street, Address Address);
