using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Nabij.Kernel;
using Nabij.Modules.Accounts.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Accounts.Passkeys;

/// <summary>A key of somebody, in software: it signs whatever a test wants, also what no browser would let it.</summary>
internal sealed class SoftwareKey(PersonId owner) : IDisposable
{
    private const byte Present = 1;
    private const byte Verified = 4;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);

    public string Id => Base64Url.EncodeToString(id);

    /// <summary>What we keep of it.</summary>
    public Passkey Kept(Instant now) => new(owner, Id, PublicKey(), "telefoon", now);

    /// <summary>The answer to a challenge, as a page posts it.</summary>
    public string Answer(string challenge, Saying? saying = null)
    {
        var said = saying ?? new();
        var client = JsonSerializer.SerializeToUtf8Bytes(new { type = said.Type, challenge, origin = said.Origin, crossOrigin = said.IsWithinAnother });
        var authenticator = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(said.Place), authenticator);
        authenticator[32] = said.IsVerified ? (byte)(Present | Verified) : Present;
        BinaryPrimitives.WriteUInt32BigEndian(authenticator.AsSpan(33), said.Count);
        var signature = key.SignData([.. authenticator, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return JsonSerializer.Serialize(
            new
            {
                id = Id,
                rawId = Id,
                type = "public-key",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Base64Url.EncodeToString(client),
                    authenticatorData = Base64Url.EncodeToString(authenticator),
                    signature = Base64Url.EncodeToString(signature),
                    userHandle = Base64Url.EncodeToString(Encoding.UTF8.GetBytes((said.Owner ?? owner).Value.ToString("N"))),
                },
            }
        );
    }

    public void Dispose() => key.Dispose();

    /// <summary>COSE: an elliptic curve point on P-256, for ES256.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}

/// <summary>What a key says with its signature; by default what it should.</summary>
internal sealed record Saying
{
    public string Type { get; init; } = "webauthn.get";
    public string Origin { get; init; } = "http://localhost";
    public string Place { get; init; } = "localhost";
    public bool IsWithinAnother { get; init; }
    public bool IsVerified { get; init; } = true;
    public uint Count { get; init; }
    public PersonId? Owner { get; init; }
}
