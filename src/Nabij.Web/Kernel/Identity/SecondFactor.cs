using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>
/// What somebody has besides their mail or telephone number: a key in an authenticator. Once confirmed, their roles count only in a
/// session in which a code of it was given.
/// </summary>
public sealed class SecondFactor(PersonId person, string key, Instant proposedAt)
{
    public const int Tries = 5;

    /// <summary>After five wrong codes none is looked at for so long.</summary>
    public static readonly Duration Rests = Duration.FromHours(1);

    /// <summary>Clocks of telephones differ: the code before and the code after are good too.</summary>
    private const int StepsOff = 1;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; } = person;

    /// <summary>Shared by us and the authenticator; see <see cref="TimeCode.NewKey"/>.</summary>
    public string Key { get; private set; } = key;
    public Instant ProposedAt { get; private set; } = proposedAt;
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>The last of all codes that was used: it and those before it are not used again.</summary>
    public long LastStep { get; private set; }
    public int TriesLeft { get; private set; } = Tries;
    public Instant? RestsUntil { get; private set; }

    public bool IsResting(Instant now) => now < RestsUntil;

    /// <summary>Another key, as long as none was confirmed.</summary>
    public void Propose(string key, Instant now)
    {
        if (ConfirmedAt is null)
            (Key, ProposedAt) = (key, now);
    }

    public void Confirm(Instant now) => ConfirmedAt ??= now;

    /// <summary>Whether this is the code of now, and was not used before. A wrong one costs a try.</summary>
    public bool Fits(string digits, Instant now)
    {
        if (IsResting(now))
            return false;
        var (key, step) = (TimeCode.Read(Key), TimeCode.StepAt(now));
        var fitting = 0L;
        for (var at = step - StepsOff; at <= step + StepsOff; at++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(TimeCode.At(key, at)), Encoding.ASCII.GetBytes(digits)))
                fitting = at;
        }
        if (fitting <= LastStep)
            return Wrong(now);
        LastStep = fitting;
        Right();
        return true;
    }

    /// <summary>A recovery code was right: what was tried before counts no more.</summary>
    public void Right() => (TriesLeft, RestsUntil) = (Tries, null);

    public bool Wrong(Instant now)
    {
        if (RestsUntil <= now)
            Right();
        TriesLeft--;
        if (TriesLeft <= 0)
            RestsUntil = now + Rests;
        return false;
    }
}

/// <summary>In this community whoever has the role must have a second factor.</summary>
public sealed class RoleNeedsSecondFactor(Role role)
{
    public Role Role { get; private init; } = role;
}

public sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("second_factors");
        builder.Property(f => f.Key).IsSensitive();
        builder.Property(f => f.LastStep).IsConcurrencyToken(); // a code is used once
        builder.Property(f => f.TriesLeft).IsConcurrencyToken(); // guesses at the same moment each cost a try
        builder.HasIndex(f => f.Person).IsUnique();
    }
}

public sealed class RoleNeedsSecondFactorMapping : IEntityTypeConfiguration<RoleNeedsSecondFactor>
{
    public void Configure(EntityTypeBuilder<RoleNeedsSecondFactor> builder)
    {
        builder.ToTable("roles_with_second_factor");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(RoleNeedsSecondFactor.Role));
    }
}

public static class SecondFactorSets
{
    extension(NabijDb db)
    {
        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();
        public DbSet<RoleNeedsSecondFactor> RolesWithSecondFactor => db.Set<RoleNeedsSecondFactor>();
    }
}
