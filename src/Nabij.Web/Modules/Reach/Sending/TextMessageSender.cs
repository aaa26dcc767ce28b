using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Serialization;
using Nabij.Kernel;

namespace Nabij.Modules.Reach.Sending;

/// <summary>
/// Hands a text message to the gateway: one post of JSON with the id of the message as idempotency key, so that the
/// gateway knows a repeat.
/// </summary>
public sealed class TextMessageSender(HttpClient http, ReachSettings settings)
{
    public async Task<Delivery> SendAsync(MessageId id, string number, string text, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Sms.Url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Sms.Token);
        request.Headers.Add("Idempotency-Key", id.Value.ToString());
        request.Content = JsonContent.Create(
            new Posted(settings.Sms.Sender, number, text, id.Value.ToString())
        );
        try
        {
            using var response = await http.SendAsync(request, ct);
            return Judge(response.StatusCode);
        }
        catch (Exception trouble) when (trouble is HttpRequestException || IsImpatience(trouble, ct))
        {
            return Delivery.Later;
        }
    }

    /// <summary>Only a refusal of the number or the text is for good; a wrong token is our own mistake, to be put right.</summary>
    private static Delivery Judge(HttpStatusCode status) =>
        status switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Delivery.Taken,
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity => Delivery.Never,
            _ => Delivery.Later,
        };

    private static bool IsImpatience(Exception trouble, CancellationToken ct) =>
        trouble is OperationCanceledException && !ct.IsCancellationRequested;

    private sealed record Posted(
        [property: JsonPropertyName("from")] string From,
        [property: JsonPropertyName("to")] string To,
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("reference")] string Reference
    );
}
