using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Nabij.Kernel.Tenancy;

namespace Nabij.Modules.Reach.Sending;

/// <param name="Identity">The same each time that the same mail is sent, so that a repeat is recognised.</param>
public sealed record Mail(string To, string Identity, string Subject, string Text, string Html);

/// <summary>
/// Hands mail to the relay. The base library's client writes headers encoded and on lines of their own and doubles
/// leading dots, so no word of anybody becomes a header or an end of the mail.
/// </summary>
public sealed class MailSender(ReachSettings settings, CurrentCommunity community)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Delivery> SendAsync(Mail mail, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(mail.To, out var to) || !MailAddress.TryCreate(community.Entered.MailAddress, out var from))
            return Delivery.Never;

        using var message = Compose(mail, new MailAddress(from.Address, community.Name, Encoding.UTF8), to);
        using var client = Client();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return Delivery.Taken;
        }
        catch (SmtpException refused) when (IsForGood(refused))
        {
            return Delivery.Never;
        }
        catch (Exception trouble) when (trouble is SmtpException or IOException or SocketException || IsImpatience(trouble, ct))
        {
            return Delivery.Later;
        }
    }

    private MailMessage Compose(Mail mail, MailAddress from, MailAddress to)
    {
        var message = new MailMessage(from, to)
        {
            Subject = OnOneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.ReplyToList.Add(from);
        message.Headers.Add("Message-ID", $"<{mail.Identity}@{settings.PublicUrl.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var html = AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.QuotedPrintable;
        message.AlternateViews.Add(html);
        return message;
    }

    private SmtpClient Client()
    {
        var smtp = settings.Smtp;
        return new SmtpClient(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.Tls,
            Credentials = smtp.User.Length > 0 ? new NetworkCredential(smtp.User, smtp.Password) : null,
        };
    }

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsImpatience(Exception trouble, CancellationToken ct) =>
        trouble is OperationCanceledException && !ct.IsCancellationRequested;

    /// <summary>Answers from 500 up are about this mail; but a relay that wants another sign-in or TLS is our own mistake.</summary>
    private static bool IsForGood(SmtpException refused) =>
        refused is SmtpFailedRecipientException && (int)refused.StatusCode >= 500;
}
