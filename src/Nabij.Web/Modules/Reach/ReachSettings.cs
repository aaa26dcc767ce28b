using Nabij.Modules.Reach.Domain;

namespace Nabij.Modules.Reach;

/// <summary>The section <c>Reach</c> of the configuration: by which mail server and gateway people are told things.</summary>
public sealed record ReachSettings
{
    /// <summary>Where people reach this platform: <c>https://nabij.example</c>, for the links in messages.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");
    public SmtpSettings Smtp { get; init; } = new();
    public SmsSettings Sms { get; init; } = new();

    public Outlets Outlets => new(Mail: Smtp.Host.Length > 0, TextMessages: Sms.Url is not null);
}

/// <param name="Tls">STARTTLS: on unless the relay stands beside the platform.</param>
public sealed record SmtpSettings(string Host = "", int Port = 587, string User = "", string Password = "", bool Tls = true);

/// <param name="Url">Takes the post of one message as JSON.</param>
/// <param name="Token">Bearer token for the gateway.</param>
/// <param name="Sender">Name or number that the message comes from.</param>
/// <param name="IncomingSecret">What the gateway sends along with a reply; without it no reply is taken.</param>
public sealed record SmsSettings(Uri? Url = null, string Token = "", string Sender = "Nabij", string IncomingSecret = "");
