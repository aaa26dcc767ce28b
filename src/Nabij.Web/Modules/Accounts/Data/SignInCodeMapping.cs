using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Domain;
using NodaTime;

namespace Nabij.Modules.Accounts.Data;

public sealed class SignInCodeMapping : IEntityTypeConfiguration<SignInCode>
{
    private const int FingerprintLength = 43;

    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("sign_in_codes");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(c => c.Contact).IsSensitive();
        builder.Property(c => c.ContactFingerprint).HasMaxLength(FingerprintLength);
        builder.Property(c => c.RemoteFingerprint).HasMaxLength(FingerprintLength);
        builder.Property(c => c.Hash).HasMaxLength(FingerprintLength);
        builder.Property(c => c.TriesLeft).IsConcurrencyToken(); // guesses at the same moment each cost a try
        builder.Property(c => c.EndedAt).IsConcurrencyToken(); // a code is used once
        builder.HasIndex(SharedTables.Community, nameof(SignInCode.ContactFingerprint), nameof(SignInCode.AskedAt));
        builder.HasIndex(SharedTables.Community, nameof(SignInCode.RemoteFingerprint), nameof(SignInCode.AskedAt));
        builder.HasIndex(SharedTables.Community, nameof(SignInCode.AskedAt));
    }
}

public static class SignInCodeSet
{
    extension(NabijDb db)
    {
        public DbSet<SignInCode> SignInCodes => db.Set<SignInCode>();
    }

    extension(IQueryable<SignInCode> codes)
    {
        public IQueryable<SignInCode> For(string contactFingerprint) =>
            codes.Where(c => c.ContactFingerprint == contactFingerprint);

        public IQueryable<SignInCode> AskedSince(Instant moment) => codes.Where(c => c.AskedAt > moment);
    }
}
