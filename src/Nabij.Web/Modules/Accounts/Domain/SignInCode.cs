using System.Security.Cryptography;
using System.Text;
using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Accounts.Domain;

/// <summary>
/// A code that was asked for, to sign in with. It is kept as well when nobody here has the address: then it has no hash, and
/// nothing fits it, but it looks and takes as long as any other.
/// </summary>
public sealed class SignInCode(string contact, string contactFingerprint, string remoteFingerprint, Instant askedAt)
{
    public const int Digits = 6;
    public const int Tries = 5;

    /// <summary>How many codes may be asked in an hour for one address or number, and from one place on the internet.</summary>
    public const int MostForOneContact = 5;
    public const int MostFromOnePlace = 40;

    public static readonly Duration Lives = Duration.FromMinutes(10);
    public static readonly Duration LimitedOver = Duration.FromHours(1);

    private const int HashLength = 43;

    public SignInCodeId Id { get; private init; } = SignInCodeId.New();

    /// <summary>The mail address or number that it goes to.</summary>
    public string Contact { get; private init; } = contact;
    public string ContactFingerprint { get; private init; } = contactFingerprint;
    public string RemoteFingerprint { get; private init; } = remoteFingerprint;
    public Instant AskedAt { get; private init; } = askedAt;
    public Instant ExpiresAt { get; private init; } = askedAt + Lives;
    public string? Hash { get; private set; }
    public int TriesLeft { get; private set; } = Tries;
    public Instant? EndedAt { get; private set; }

    public bool IsOpen(Instant now) => EndedAt is null && now < ExpiresAt && TriesLeft > 0;

    /// <summary>Somebody here has this address: the code with this hash is on its way to them.</summary>
    public void Issue(string hash) => Hash = hash;

    /// <summary>
    /// Whether what was typed is the code. A wrong one costs a try. It takes as long whether or not there is a code.
    /// </summary>
    public bool Fits(string hashOfTyped, Instant now)
    {
        var kept = Hash ?? new string('-', HashLength);
        var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hashOfTyped), Encoding.ASCII.GetBytes(kept));
        if (!IsOpen(now))
            return false;
        if (same)
            return true;
        TriesLeft--;
        return false;
    }

    /// <summary>It was used, or a newer one was asked for.</summary>
    public void End(Instant now) => EndedAt ??= now;

    /// <summary>Why no more codes are sent now, having sent these in the last hour; or null.</summary>
    public static Refusal? RefusalOfAnother(int forThisContact, int fromThisPlace) =>
        forThisContact >= MostForOneContact || fromThisPlace >= MostFromOnePlace ? new TooManyCodes() : null;
}

public readonly record struct SignInCodeId(Guid Value) : ITypedId<SignInCodeId>
{
    public static SignInCodeId New() => new(Guid.CreateVersion7());

    public static SignInCodeId From(Guid value) => new(value);
}

public sealed record TooManyCodes : Refusal;
