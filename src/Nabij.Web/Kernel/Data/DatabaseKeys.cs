using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nabij.Kernel.Data;

/// <summary>A key of the key ring that encrypts sensitive columns and cookies, as ASP.NET Core Data Protection keeps it.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public const int MaxNameLength = 100;

    public string Name { get; private init; } = name;
    public string Xml { get; private init; } = xml;
}

public sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.ToTable("protection_keys").IsSharedByAllCommunities();
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(ProtectionKey.MaxNameLength);
    }
}

/// <summary>Keeps the key ring in the database, so that all web nodes read each other's cookies and columns.</summary>
public sealed class DatabaseKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        return [.. db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        db.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        db.SaveChangesAsync().GetAwaiter().GetResult(); // the framework's interface is synchronous
    }
}

/// <summary>
/// The secret under which fingerprints of telephone numbers and mail addresses are made; one for the whole platform, made
/// once and kept in the database under the key ring's protection.
/// </summary>
public sealed class FingerprintKey(Func<byte[]> load)
{
    private const string Name = "fingerprint";
    private readonly Lazy<byte[]> value = new(load);

    public byte[] Value => value.Value;

    public static FingerprintKey FromDatabase(IServiceScopeFactory scopes, IDataProtectionProvider keys) =>
        new(() =>
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
            var protector = keys.CreateProtector("Nabij.Fingerprint");
            if (Find(db) is null)
                TryAdd(db, Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(32))));
            return protector.Unprotect(Convert.FromBase64String(Find(db)!.Value));
        });

    private static PlatformSecret? Find(NabijDb db) =>
        db.Set<PlatformSecret>().AsNoTracking().FirstOrDefault(s => s.Name == Name);

    private static void TryAdd(NabijDb db, string value)
    {
        try
        {
            db.Add(new PlatformSecret(Name, value));
            db.SaveChangesAsync().GetAwaiter().GetResult();
        }
        catch (DbUpdateException) when (Find(db) is not null)
        {
            db.ChangeTracker.Clear(); // another node made it first: that one is the secret
        }
    }
}

/// <summary>A secret of the platform, encrypted under the key ring.</summary>
public sealed class PlatformSecret(string name, string value)
{
    public string Name { get; private init; } = name;
    public string Value { get; private init; } = value;
}

public sealed class PlatformSecretMapping : IEntityTypeConfiguration<PlatformSecret>
{
    public void Configure(EntityTypeBuilder<PlatformSecret> builder)
    {
        builder.ToTable("platform_secrets").IsSharedByAllCommunities();
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(40);
    }
}
