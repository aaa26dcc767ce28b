using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Data;

public sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.Property(p => p.CredentialId).HasMaxLength(Passkey.MaxCredentialIdLength);
        builder.Property(p => p.Name).IsSensitive();
        builder.Property(p => p.Transports).HasMaxLength(100);
        builder.Property(p => p.SignCount).IsConcurrencyToken(); // of two answers that count the same, one counts
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasIndex(p => p.Person);
    }
}

public sealed class UsedOnceMapping : IEntityTypeConfiguration<UsedOnce>
{
    public void Configure(EntityTypeBuilder<UsedOnce> builder)
    {
        builder.ToTable("used_once");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(UsedOnce.Fingerprint));
        builder.Property(u => u.Fingerprint).HasMaxLength(43);
    }
}

public static class PasskeySets
{
    extension(NabijDb db)
    {
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
        public DbSet<UsedOnce> UsedOnce => db.Set<UsedOnce>();
    }

    extension(IQueryable<Passkey> passkeys)
    {
        public IQueryable<Passkey> Of(PersonId person) => passkeys.Where(p => p.Person == person);
    }
}
