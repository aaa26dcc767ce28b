using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Reach;

/// <summary>A real mail server: npm's smtp-server, in a process of its own. See tests/Nabij.Tests/smtp.</summary>
public sealed class SmtpServer : IAsyncLifetime
{
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly SemaphoreSlim moodChanged = new(0);
    private Process process = null!;
    private Task reading = Task.CompletedTask;
    private string mood = "take";

    public int Port { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var folder = Repository.PathTo("tests", "Nabij.Tests", "smtp");
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException($"First run 'npm ci' in {folder}; ./test does.");
        process = Process.Start(
            new ProcessStartInfo("node", "server.mjs")
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        Port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        reading = ReadAsync();
    }

    /// <summary>Forgets the mails of the test before, and takes mail again.</summary>
    public async Task StartOverAsync()
    {
        await BecomeAsync("take");
        received.Clear();
    }

    /// <summary>The mails until now: what the server took before it was asked is among them.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> MailsAsync()
    {
        await BecomeAsync(mood);
        return [.. received];
    }

    /// <summary>'take', 'later', 'never' or 'vanish'.</summary>
    public async Task BecomeAsync(string next)
    {
        mood = next;
        await process.StandardInput.WriteLineAsync(next);
        await process.StandardInput.FlushAsync();
        await moodChanged.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await reading;
        process.Dispose();
        moodChanged.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonDocument.Parse(line).RootElement;
            if (said.TryGetProperty("mood", out _))
                moodChanged.Release();
            else
                received.Enqueue(ReceivedMail.Read(said));
        }
    }
}

/// <summary>A mail as it came over the wire.</summary>
public sealed partial record ReceivedMail(string From, IReadOnlyList<string> To, string Raw)
{
    public string? Header(string name)
    {
        var headers = FoldedLine().Replace(Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], " ");
        return headers
            .Split("\r\n")
            .Where(h => h.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase))
            .Select(h => Decoded(h[(name.Length + 1)..].Trim()))
            .SingleOrDefault();
    }

    /// <summary>All parts with quoted-printable undone.</summary>
    public string Text => Bytes(SoftBreak().Replace(Raw, ""), QuotedByte());

    /// <summary>The secret of the answer link in it.</summary>
    public string AnswerLink => Link().Match(Text).Groups["secret"].Value;

    public static ReceivedMail Read(JsonElement said) =>
        new(
            said.GetProperty("from").GetString()!,
            [.. said.GetProperty("to").EnumerateArray().Select(t => t.GetString()!)],
            Encoding.Latin1.GetString(said.GetProperty("raw").GetBytesFromBase64())
        );

    private static string Decoded(string header) =>
        EncodedWord().Replace(header, word => word.Groups["how"].Value is "B" or "b"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
            : Bytes(word.Groups["text"].Value.Replace('_', ' '), QuotedByte()));

    private static string Bytes(string quoted, Regex quotedByte) =>
        Encoding.UTF8.GetString(
            Encoding.Latin1.GetBytes(
                quotedByte.Replace(quoted, b => ((char)Convert.ToByte(b.Groups["hex"].Value, 16)).ToString())
            )
        );

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FoldedLine();

    [GeneratedRegex(@"=\r\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=(?<hex>[0-9A-F]{2})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedByte();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[QB])\?(?<text>[^?]*)\?=\s*", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"/antwoord/(?<secret>[\w-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
