using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>The codes that an authenticator on a telephone shows: RFC 6238, with the choices that all of them make.</summary>
public static class TimeCode
{
    public const int Digits = 6;
    public const int KeyBytes = 20;
    public const int StepSeconds = 30;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Which code of all time it is now.</summary>
    public static long StepAt(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string At(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 is what authenticators do, and its keyed hash does not lean on what is weak in SHA-1
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0x0f)) & 0x7fff_ffff;
        return (number % (uint)Math.Pow(10, digits)).ToString($"D{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>A new key, as authenticators write it.</summary>
    public static string NewKey() => Written(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>RFC 4648, without padding.</summary>
    public static string Written(ReadOnlySpan<byte> bytes)
    {
        var (text, held, bits) = (new StringBuilder(), 0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        return bits == 0 ? text.ToString() : text.Append(Base32[(held << (5 - bits)) & 31]).ToString();
    }

    public static byte[] Read(string written)
    {
        var (bytes, held, bits) = (new List<byte>(), 0, 0);
        foreach (var letter in written)
        {
            (held, bits) = ((held << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), bits + 5);
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
