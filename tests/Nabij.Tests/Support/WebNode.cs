using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Nabij.Tests.Support;

/// <summary>The web application as a process of its own, as it is served, on a port of its own.</summary>
public sealed class WebNode : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];
    private readonly Process process;

    private WebNode(Process process) => this.process = process;

    public Uri Address => address.Task.Result;

    /// <summary>What it wrote: what went wrong.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    /// <param name="connection">The database that it shares with other nodes.</param>
    /// <param name="settings">Settings besides those: <c>Reach:Sms:Url</c>.</param>
    public static async Task<WebNode> StartAsync(string connection, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(Dotnet, [Program])
        {
            WorkingDirectory = Repository.PathTo("src", "Nabij.Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (string, string)[] own =
        [
            ("ConnectionStrings:Nabij", connection),
            ("Cookies:OnlySecure", "false"),
            ("RateLimit:RequestsPerMinute", "1000000"),
            ("Logging:LogLevel:Default", "Error"),
            ("Logging:LogLevel:Microsoft", "Error"),
            ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("DOTNET_EnableDiagnostics", "0"), // else one that is killed leaves its sockets behind
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        ];
        foreach (var (key, value) in own.Concat(settings))
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        var node = new WebNode(Process.Start(start)!);
        node.Listen();
        await node.address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        return node;
    }

    /// <summary>Ends it as kill -9 does: nothing is finished, nothing is told.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    private static string Program =>
        Path.Combine(Repository.PathTo("artifacts", "bin", "Nabij.Web"), new DirectoryInfo(AppContext.BaseDirectory).Name, "Nabij.Web.dll");

    /// <summary>The program that runs these tests too.</summary>
    private static string Dotnet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException($"The node stopped: {Said}"));
            return;
        }
        lock (said)
            said.Add(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new(line[(at + Listening.Length)..].Trim()));
    }
}
