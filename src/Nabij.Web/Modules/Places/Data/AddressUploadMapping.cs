using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Places.Domain;

namespace Nabij.Modules.Places.Data;

public sealed class AddressUploadMapping : IEntityTypeConfiguration<AddressUpload>
{
    public void Configure(EntityTypeBuilder<AddressUpload> builder)
    {
        builder.ToTable("address_uploads");
        builder.Property(u => u.ReadAt).IsConcurrencyToken(); // pressed twice, it is read once
    }
}

public static class AddressUploadSet
{
    extension(NabijDb db)
    {
        public DbSet<AddressUpload> AddressUploads => db.Set<AddressUpload>();
    }
}
