using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>
/// A web server on a socket of its own that answers as a test says, however wrong: it writes bytes, not what a framework
/// thinks is proper. It counts who came.
/// </summary>
internal sealed class FeedHost : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly CancellationTokenSource closing = new();
    private readonly Func<string, NetworkStream, CancellationToken, Task> answer;
    private readonly List<string> requests = [];
    private readonly Task serving;

    private FeedHost(IPAddress at, Func<string, NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener = new(at, 0);
        listener.Start();
        serving = ServeAsync();
    }

    public IPEndPoint At => (IPEndPoint)listener.LocalEndpoint;
    public Uri Address => new($"http://{At}/agenda.ics");

    /// <summary>The heads of the requests that came.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
                return [.. requests];
        }
    }

    /// <summary>Answers each request with this text, head and all, and closes.</summary>
    public static FeedHost Saying(Func<string, string> response) =>
        new(IPAddress.Loopback, (request, stream, ct) => stream.WriteAsync(Encoding.UTF8.GetBytes(response(request)), ct).AsTask());

    public static FeedHost Doing(Func<NetworkStream, CancellationToken, Task> act) => new(IPAddress.Loopback, (_, stream, ct) => act(stream, ct));

    public static FeedHost On(IPAddress at) => new(at, (_, stream, ct) => stream.WriteAsync(Encoding.UTF8.GetBytes(Ok("geheim")), ct).AsTask());

    public static string Ok(string body, params string[] headers) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{Lines(headers)}\r\n{body}";

    public static string Status(int status, params string[] headers) =>
        $"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n{Lines(headers)}\r\n";

    private static string Lines(string[] headers) => string.Concat(headers.Select(h => $"{h}\r\n"));

    private async Task ServeAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(closing.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var head = await HeadAsync(stream);
                lock (requests)
                    requests.Add(head);
                await answer(head, stream, closing.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // who asked hung up, as the test wants
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var part = new byte[1024];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(part, closing.Token) is > 0 and var count)
            head.Append(Encoding.Latin1.GetString(part, 0, count));
        return head.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
    }
}
