using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Nabij.Kernel.Data;

/// <summary>
/// Encrypts what is nobody else's business before it reaches the database, under keys that rotate.
/// Encrypted text cannot be searched; <see cref="Fingerprint"/> makes the one comparison that is needed: 'the same?'.
/// </summary>
public sealed class SensitiveText(IDataProtectionProvider keys, FingerprintKey fingerprintKey)
{
    private const string Purpose = "Nabij.Sensitive";
    private readonly Lazy<IDataProtector> protector = new(() => keys.CreateProtector(Purpose));

    public string Encrypt(string plain) => protector.Value.Protect(plain);

    public string Decrypt(string cipher) => protector.Value.Unprotect(cipher);

    /// <summary>Whether the text was encrypted under a key that has since been followed by another.</summary>
    public bool IsUnderOlderKey(string cipher)
    {
        if (protector.Value is not IPersistedDataProtector persisted)
            return false;
        persisted.DangerousUnprotect(Convert.FromBase64String(Padded(cipher)), false, out var migrate, out _);
        return migrate;
    }

    /// <summary>The same text has the same fingerprint; the text cannot be had back from it. 43 characters.</summary>
    public string Fingerprint(string normalised) =>
        Convert.ToBase64String(HMACSHA256.HashData(fingerprintKey.Value, Encoding.UTF8.GetBytes(normalised)))[..43];

    private static string Padded(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return base64 + new string('=', (4 - base64.Length % 4) % 4);
    }
}

public sealed class SensitiveConverter(SensitiveText sensitive)
    : ValueConverter<string, string>(plain => sensitive.Encrypt(plain), cipher => sensitive.Decrypt(cipher));

public static class SensitiveColumns
{
    internal const string Annotation = "Nabij:Sensitive";

    /// <summary>All sensitive columns of the model.</summary>
    public static IEnumerable<IProperty> In(IModel model) =>
        model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.FindAnnotation(Annotation) is not null);

    /// <summary>Keeps this text encrypted in the database. Its column has no length limit; the entity checks length.</summary>
    public static PropertyBuilder<T> IsSensitive<T>(this PropertyBuilder<T> property)
    {
        property.Metadata.SetMaxLength(null);
        property.Metadata.SetAnnotation(Annotation, true);
        return property;
    }
}
