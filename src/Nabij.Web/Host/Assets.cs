using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Nabij.Host;

/// <summary>Style sheets, scripts and fonts: named with a hash of what is in them, so browsers keep them for a year.</summary>
public static class Assets
{
    private const string AYear = "public, max-age=31536000, immutable";

    private static readonly ConcurrentDictionary<string, string> Hashes = new(StringComparer.Ordinal);

    public static StaticFileOptions CachedForever { get; } =
        new()
        {
            OnPrepareResponse = file =>
                file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal)
                        ? AYear
                        : "public, max-age=600",
        };

    /// <summary>The address of a file of wwwroot, with its hash.</summary>
    public static string Asset(this IWebHostEnvironment environment, string path) =>
        $"{path}?v={Hashes.GetOrAdd(path, p => Hash(environment, p))}";

    public static string HashOf(ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    private static string Hash(IWebHostEnvironment environment, string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
            return "0";
        using var stream = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..12];
    }
}
