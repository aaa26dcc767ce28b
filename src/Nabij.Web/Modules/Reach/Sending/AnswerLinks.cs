using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>Makes the links by which questions are answered without signing in. Saved by the caller.</summary>
public sealed class AnswerLinks(NabijDb db, ReachSettings settings, CurrentCommunity community)
{
    private const int SecretBytes = 24;

    public Uri For(PersonalMessage message, Instant now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.Add(new AnswerLink(message.Id, HashOf(secret), message.NotAfter ?? now + PersonalMessage.AnswersAreTakenFor));
        return new Uri(settings.PublicUrl, $"{community.Slug}/antwoord/{secret}");
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
