using Nabij.Kernel;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.People.Domain;

/// <summary>Where somebody can be reached, and how they want to hear from us. Numbers as <see cref="PhoneNumber"/> keeps them.</summary>
public sealed record WaysToReach(Channel Preferred, string? Mail = null, string? Mobile = null, string? Phone = null)
{
    public const int MaxMailLength = 254;

    /// <summary>A channel that cannot work would leave somebody without any news.</summary>
    public Refusal? RefusalFor(AddressId? home) =>
        Preferred switch
        {
            Channel.Mail when Mail is null => new ChannelNeedsMail(),
            Channel.TextMessage when Mobile is null => new ChannelNeedsMobile(),
            Channel.Call when Phone is null && Mobile is null => new ChannelNeedsNumber(),
            Channel.Letter or Channel.Visit when home is null => new ChannelNeedsHome(),
            _ => null,
        };

    /// <summary>The mail address as it is kept, or null when this is none: one @, a dot behind it, no spaces or brackets.</summary>
    public static string? ReadMail(string typed)
    {
        var mail = typed.Trim().ToLowerInvariant();
        return mail.Length <= MaxMailLength && mail.Split('@') is [{ Length: > 0 } box, var host] && IsBox(box) && IsHost(host)
            ? mail
            : null;
    }

    private static bool IsBox(string box) => box.All(c => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal));

    private static bool IsHost(string host) =>
        host.Split('.') is { Length: > 1 } parts
        && parts.All(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '-'));
}

public sealed record ChannelNeedsMail : Refusal;

public sealed record ChannelNeedsMobile : Refusal;

public sealed record ChannelNeedsNumber : Refusal;

public sealed record ChannelNeedsHome : Refusal;
