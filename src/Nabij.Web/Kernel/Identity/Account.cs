using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>
/// A way to sign in, known by the fingerprint of one mail address or telephone number. It is not a person: it may
/// stand for one person in each of several communities, and most persons have none.
/// </summary>
public sealed class Account(string loginFingerprint, Instant createdAt)
{
    public AccountId Id { get; private init; } = AccountId.New();

    /// <summary>See <see cref="SensitiveText.Fingerprint"/>.</summary>
    public string LoginFingerprint { get; private init; } = loginFingerprint;
    public Instant CreatedAt { get; private init; } = createdAt;
}

/// <summary>The person whom an account stands for in this community, and how the page greets them.</summary>
public sealed class AccountPerson(AccountId account, PersonId person, string givenName)
{
    public AccountId Account { get; private init; } = account;
    public PersonId Person { get; private init; } = person;
    public string GivenName { get; set; } = givenName;
}

public sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts").IsSharedByAllCommunities();
        builder.Property(a => a.LoginFingerprint).HasMaxLength(43);
        builder.HasIndex(a => a.LoginFingerprint).IsUnique();
    }
}

public sealed class AccountPersonMapping : IEntityTypeConfiguration<AccountPerson>
{
    public void Configure(EntityTypeBuilder<AccountPerson> builder)
    {
        builder.ToTable("account_persons");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(AccountPerson.Account));
        builder.Property(p => p.GivenName).HasMaxLength(80);
        builder.HasIndex(p => p.Person);
    }
}

public static class AccountSets
{
    extension(NabijDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<AccountPerson> AccountPersons => db.Set<AccountPerson>();
    }
}
