using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>A browser that is signed in, until it is signed out here, everywhere, or too long unused.</summary>
public sealed class Session(AccountId account, Instant startedAt)
{
    public static readonly Duration EndsUnusedAfter = Duration.FromDays(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public AccountId Account { get; private init; } = account;
    public Instant StartedAt { get; private init; } = startedAt;
    public Instant? EndedAt { get; private set; }

    /// <summary>How somebody proved who they are; null in a session of before this was kept.</summary>
    public SignInWay? Way { get; init; }
    public BrowserName? Browser { get; init; }
    public DeviceName? Device { get; init; }

    /// <summary>The community in which a second factor was given in this session. In another, it is asked for there.</summary>
    public CommunityId? VerifiedIn { get; set; }

    public void End(Instant now) => EndedAt ??= now;
}

/// <summary>How somebody proved who they are.</summary>
public enum SignInWay
{
    Code,
    Passkey,
    Organisation,
}

public sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions").IsSharedByAllCommunities();
        builder.HasIndex(s => s.Account);
    }
}

public static class SessionSet
{
    extension(NabijDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();
    }

    extension(IQueryable<Session> sessions)
    {
        public IQueryable<Session> Open(Instant now)
        {
            var notBefore = now - Session.EndsUnusedAfter;
            return sessions.Where(s => s.EndedAt == null && s.StartedAt > notBefore);
        }
    }
}
