using Nabij.Kernel;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.People.Domain;

/// <summary>Where somebody can be reached, and how they want to hear from us. Numbers as <see cref="PhoneNumber"/> keeps them.</summary>
public sealed record WaysToReach(Channel Preferred, string? Mail = null, string? Mobile = null, string? Phone = null)
{
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
}

public sealed record ChannelNeedsMail : Refusal;

public sealed record ChannelNeedsMobile : Refusal;

public sealed record ChannelNeedsNumber : Refusal;

public sealed record ChannelNeedsHome : Refusal;
