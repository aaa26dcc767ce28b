using System.Globalization;
using System.Text;
using Nabij.Demo.Towns;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Demo.Residents;

/// <summary>How people are reached: the older, the more by a telephone on the wall, a letter or at the door.</summary>
public sealed class WaysGiver(Random random, FictitiousNumbers numbers)
{
    private static readonly string[] MailHosts = ["post.example", "brievenbus.example", "thuis.example"];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public WaysToReach Next(FullName name, int age, string? landlineAtHome = null)
    {
        var channel = Preferred(age);
        return Of(
            name,
            channel,
            withMobile: channel == Channel.TextMessage || random.Percent(age < Ages.Old ? 90 : 35),
            withLandline: channel == Channel.Call || random.Percent(age < Ages.Retired ? 10 : 70),
            landlineAtHome
        );
    }

    public WaysToReach Of(FullName name, Channel channel, bool withMobile, bool withLandline, string? landlineAtHome = null) =>
        new(
            channel,
            channel == Channel.Mail ? MailOf(name) : null,
            withMobile ? numbers.NextMobile() : null,
            withLandline ? landlineAtHome ?? numbers.NextLandline() : null
        );

    private Channel Preferred(int age) =>
        age switch
        {
            >= Ages.Old => random.Share((48, Channel.Call), (17, Channel.Letter), (7, Channel.Visit), (14, Channel.TextMessage), (14, Channel.Mail)),
            >= Ages.Retired => random.Share((26, Channel.Call), (8, Channel.Letter), (26, Channel.TextMessage), (40, Channel.Mail)),
            _ => random.Share((5, Channel.Call), (37, Channel.TextMessage), (58, Channel.Mail)),
        };

    private string MailOf(FullName name)
    {
        var box = Plain($"{name.Given}.{name.Family.Replace(' ', '.')}");
        var host = random.Pick(MailHosts);
        for (var count = 1; ; count++)
        {
            var mail = count == 1 ? $"{box}@{host}" : string.Create(CultureInfo.InvariantCulture, $"{box}{count}@{host}");
            if (taken.Add(mail))
                return mail;
        }
    }

    /// <summary>Without accents: 'ayse.yilmaz'.</summary>
    private static string Plain(string name) =>
        new([
            .. name.Replace('ı', 'i')
                .Normalize(NormalizationForm.FormD)
                .ToLowerInvariant()
                .Where(c => char.IsAsciiLetter(c) || c is '.' or '-'),
        ]);
}
