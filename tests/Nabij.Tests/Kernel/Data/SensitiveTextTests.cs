using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Data;

namespace Nabij.Tests.Kernel.Data;

public sealed class SensitiveTextTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nabij-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_encrypted_can_be_read_back_and_is_never_written_the_same_twice()
    {
        var text = Sensitive();
        var (once, twice) = (text.Encrypt("0228 51 12 34"), text.Encrypt("0228 51 12 34"));

        Assert.NotEqual(once, twice);
        Assert.DoesNotContain("0228 51", once, StringComparison.Ordinal);
        Assert.Equal("0228 51 12 34", text.Decrypt(once));
    }

    [Fact]
    public void After_a_new_key_the_old_text_is_still_read_and_known_to_be_older()
    {
        var old = Sensitive().Encrypt("bij de achterdeur");
        Services().GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddSeconds(1), DateTimeOffset.UtcNow.AddDays(90));
        var later = Sensitive();

        Assert.Equal("bij de achterdeur", later.Decrypt(old));
        Assert.True(later.IsUnderOlderKey(old));
        Assert.False(later.IsUnderOlderKey(later.Encrypt("bij de achterdeur")));
    }

    [Fact]
    public void A_fingerprint_tells_same_from_other_and_depends_on_the_secret()
    {
        var text = Sensitive();

        Assert.Equal(text.Fingerprint("0228511234"), text.Fingerprint("0228511234"));
        Assert.NotEqual(text.Fingerprint("0228511234"), text.Fingerprint("0228511235"));
        Assert.NotEqual(text.Fingerprint("0228511234"), Sensitive(secret: 7).Fingerprint("0228511234"));
        Assert.Equal(43, text.Fingerprint(string.Empty.PadLeft(500, 'x')).Length);
    }

    private SensitiveText Sensitive(byte secret = 1) =>
        new(Services().GetRequiredService<IDataProtectionProvider>(), new FingerprintKey(() => [.. Enumerable.Repeat(secret, 32)]));

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddDataProtection().SetApplicationName("test").PersistKeysToFileSystem(folder);
        return services.BuildServiceProvider();
    }
}
