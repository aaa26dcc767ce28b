using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>A set of channels.</summary>
[Flags]
public enum Channels
{
    None = 0,
    Mail = 1,
    TextMessage = 2,
    Call = 4,
    Letter = 8,
    Visit = 16,
}

/// <summary>What this platform can send by itself: without a mail server or a gateway, people go another way.</summary>
public sealed record Outlets(bool Mail, bool TextMessages);

/// <summary>By which way somebody is told something.</summary>
public static class Routes
{
    /// <summary>A letter that must be answered or acted on takes this long to be printed, posted and read.</summary>
    public static readonly Duration LetterTakes = Duration.FromDays(3);

    /// <summary>The ways in the order in which they are tried, the chosen one first and then what is nearest to it.</summary>
    public static IReadOnlyList<Channel> InOrder(Channel chosen) =>
        chosen switch
        {
            Channel.Mail => [Channel.Mail, Channel.TextMessage, Channel.Call, Channel.Letter, Channel.Visit],
            Channel.TextMessage => [Channel.TextMessage, Channel.Call, Channel.Mail, Channel.Letter, Channel.Visit],
            Channel.Call => [Channel.Call, Channel.TextMessage, Channel.Mail, Channel.Letter, Channel.Visit],
            Channel.Letter => [Channel.Letter, Channel.Call, Channel.Visit, Channel.Mail, Channel.TextMessage],
            _ => [Channel.Visit, Channel.Call, Channel.Letter, Channel.Mail, Channel.TextMessage],
        };

    /// <summary>The first way that leads to this person in time and was not given up; null when there is none.</summary>
    public static Channel? For(PersonalMessage message, Reachable person, Outlets outlets, Instant now)
    {
        foreach (var channel in message.OnlyBy is { } only ? [only] : InOrder(person.Preferred))
        {
            if (!message.GivenUp.Includes(channel) && Leads(channel, person, outlets) && IsInTime(channel, message, now))
                return channel;
        }
        return null;
    }

    public static bool Includes(this Channels channels, Channel channel) => channels.With(channel) == channels;

    public static Channels With(this Channels channels, Channel channel) => channels | Enum.Parse<Channels>(channel.ToString());

    private static bool Leads(Channel channel, Reachable person, Outlets outlets) =>
        channel switch
        {
            Channel.Mail => outlets.Mail && person.MailAddress is not null,
            Channel.TextMessage => outlets.TextMessages && person.MobileNumber is not null,
            Channel.Call => person.NumberToCall is not null,
            _ => person.Home is not null,
        };

    private static bool IsInTime(Channel channel, PersonalMessage message, Instant now) =>
        channel is not Channel.Letter || message.NotAfter is not { } end || now + LetterTakes <= end;
}
