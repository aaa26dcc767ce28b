using System.Net;
using System.Text;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Domain;

namespace Nabij.Modules.Reach.Sending;

/// <summary>Puts a message into words for each way that it can go.</summary>
public sealed class MessageWriter(TextCatalogue catalogue, CurrentCommunity community)
{
    public Texts In(string language) => catalogue.In(language);

    public static string Subject(PersonalMessage message, Texts t) =>
        message.ForgottenAt is null ? t.Fill($"{message.Reason}.Subject", message.Filling()) : t["Reach.Message.Forgotten"];

    public static string Body(PersonalMessage message, Texts t) =>
        message.ForgottenAt is null ? t.Fill($"{message.Reason}.Body", message.Filling()) : t["Reach.Message.Forgotten"];

    /// <summary>What the desk reads of it: all, unless only the person may know what it says.</summary>
    public static string ForDesk(PersonalMessage message, Texts t) =>
        t.All.ContainsKey($"{message.Reason}.Desk") ? t[$"{message.Reason}.Desk"] : Body(message, t);

    /// <summary>What to say on the telephone or at the door.</summary>
    public static string Script(PersonalMessage message, Texts t) => t.Fill($"{message.Reason}.Script", message.Filling());

    /// <summary>A letter: of its own words, with 'u', where there are any.</summary>
    public static string ForPaper(PersonalMessage message, Texts t) =>
        t.All.ContainsKey($"{message.Reason}.Letter") ? t.Fill($"{message.Reason}.Letter", message.Filling()) : Body(message, t);

    public static string Choice(PersonalMessage message, string answer, Texts t) => t[$"{message.Reason}.Answer.{answer}"];

    /// <summary>For a text message; the choices with their numbers.</summary>
    public static string AsText(PersonalMessage message, Texts t)
    {
        var text = t.Fill($"{message.Reason}.Short", message.Filling());
        if (!message.IsQuestion)
            return text;
        var choices = message.Choices.Select((answer, i) => t["Reach.Sms.Choice", ("n", i + 1), ("choice", Choice(message, answer, t))]);
        var how = t["Reach.Sms.Answer", ("choices", string.Join(", ", choices))];
        return $"{text} {how}";
    }

    /// <summary>One mail with these messages; a question has its link.</summary>
    public Mail Mail(string to, IReadOnlyList<(PersonalMessage Message, Uri? Link)> messages, Texts t)
    {
        var first = messages[0].Message;
        var subject = messages.Count == 1
            ? Subject(first, t)
            : t.Count("Reach.Mail.Together", messages.Count - 1, ("subject", Subject(first, t)));
        var together = messages.Count > 1;
        return new(
            to,
            (first.SentWith ?? first.Id).Value.ToString("N"),
            subject,
            string.Join("\n\n---\n\n", messages.Select(m => Plain(m.Message, m.Link, together, t))) + $"\n\n{Footer(t)}\n",
            Html(messages, together, t)
        );
    }

    private static string Plain(PersonalMessage message, Uri? link, bool together, Texts t)
    {
        var text = new StringBuilder();
        if (together)
            text.Append(Subject(message, t)).Append("\n\n");
        text.Append(Body(message, t));
        if (link is not null)
            text.Append("\n\n").Append(t["Reach.Mail.Answer"]).Append('\n').Append(link);
        return text.ToString();
    }

    private string Html(IReadOnlyList<(PersonalMessage Message, Uri? Link)> messages, bool together, Texts t)
    {
        var parts = messages.Select(m => Html(m.Message, m.Link, together, t));
        return $"<!DOCTYPE html><html lang=\"{t.Language}\"><body>{string.Concat(parts)}<p>{Safe(Footer(t))}</p></body></html>";
    }

    private static string Html(PersonalMessage message, Uri? link, bool together, Texts t)
    {
        var title = together ? $"<h2>{Safe(Subject(message, t))}</h2>" : "";
        var body = Body(message, t).Split("\n\n").Select(p => $"<p>{Safe(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>");
        var answer = link is null ? "" : $"<p><a href=\"{Safe(link.ToString())}\">{Safe(t["Reach.Mail.Answer"])}</a></p>";
        return $"{title}{string.Concat(body)}{answer}";
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private string Footer(Texts t) => t["Reach.Mail.Footer", ("community", community.Name), ("phone", community.Entered.PhoneNumber)];
}
