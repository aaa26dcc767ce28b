using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Data;

public sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.Property(c => c.Hash).HasMaxLength(43);
        builder.Property(c => c.UsedAt).IsConcurrencyToken(); // a code is used once
        builder.HasIndex(c => c.Person);
    }
}

public static class RecoveryCodeSet
{
    extension(NabijDb db)
    {
        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();
    }

    extension(IQueryable<RecoveryCode> codes)
    {
        public IQueryable<RecoveryCode> Of(PersonId person) => codes.Where(c => c.Person == person);
    }
}
