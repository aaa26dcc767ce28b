using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Data;

public sealed class KnownBuurtMapping : IEntityTypeConfiguration<KnownBuurt>
{
    public void Configure(EntityTypeBuilder<KnownBuurt> builder)
    {
        builder.ToTable("buurten");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(KnownBuurt.Code));
        builder.Property(b => b.Code).HasMaxLength(KnownAddress.MaxBuurtCodeLength);
        builder.Property(b => b.Name).HasMaxLength(KnownBuurt.MaxNameLength);
        builder.Ignore(b => b.Drawn);
    }
}

public static class KnownBuurtSet
{
    extension(NabijDb db)
    {
        public DbSet<KnownBuurt> Buurten => db.Set<KnownBuurt>();
    }
}
