using System.Security.Cryptography;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Modules.Accounts.Domain;

/// <summary>One of ten codes on paper, each good once, for who lost the telephone with the authenticator.</summary>
public sealed class RecoveryCode(PersonId person, string hash)
{
    public const int HowMany = 10;

    /// <summary>Fifty bits each: not to be guessed.</summary>
    private const int Letters = 10;
    private const int Bytes = 7;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; } = person;
    public string Hash { get; private init; } = hash;
    public Instant? UsedAt { get; private set; }

    public void Use(Instant now) => UsedAt ??= now;

    /// <summary>Ten new ones, as they are shown: 'ABCDE-23456'.</summary>
    public static IReadOnlyList<string> NewOnes() =>
        [.. Enumerable.Range(0, HowMany).Select(_ => TimeCode.Written(RandomNumberGenerator.GetBytes(Bytes))[..Letters]).Select(c => $"{c[..5]}-{c[5..]}")];

    /// <summary>The code in what was typed, or null: 'abcde 23456' is ABCDE23456.</summary>
    public static string? Read(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit).Take(Letters + 1)).ToUpperInvariant();
        return letters.Length == Letters ? letters : null;
    }
}
