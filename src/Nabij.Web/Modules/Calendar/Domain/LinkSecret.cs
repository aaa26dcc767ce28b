using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>The secret in a link: it is given out once, and kept as a fingerprint.</summary>
internal static class LinkSecret
{
    public const int HashLength = 64;
    private const int Bytes = 24;
    private const int Longest = 100;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool CanBe(string secret) => secret.Length <= Longest;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
