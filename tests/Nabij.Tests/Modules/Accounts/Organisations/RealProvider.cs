using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Accounts.Organisations;

/// <summary>A real provider of OpenID Connect: npm's oidc-provider, in a process of its own. See tests/Nabij.Tests/oidc.</summary>
public sealed partial class RealProvider : IAsyncLifetime
{
    private Process process = null!;

    public string Issuer { get; private set; } = "";
    public string Endpoint => new Uri(Issuer).Authority;

    public async ValueTask InitializeAsync()
    {
        var folder = Repository.PathTo("tests", "Nabij.Tests", "oidc");
        if (!System.IO.Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException($"First run 'npm ci' in {folder}; ./test does.");
        process = Process.Start(
            new ProcessStartInfo("node", "server.mjs")
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Issuer = (await process.StandardOutput.ReadLineAsync())!;
    }

    /// <summary>Goes to the address, signs in as this person and says yes; where one is sent back to then.</summary>
    public async Task<string> SignInAsync(string address, string mailAddress)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler);
        var (request, at) = (new HttpRequestMessage(HttpMethod.Get, address), new Uri(address));
        for (var steps = 0; steps < 20; steps++)
        {
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.Headers.Location is { } next)
            {
                at = new Uri(at, next);
                if (at.Authority != Endpoint)
                    return at.PathAndQuery;
                request = new(HttpMethod.Get, at);
                continue;
            }
            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            at = new Uri(at, Action().Match(html).Groups["to"].Value);
            var prompt = Prompt().Match(html).Groups["what"].Value;
            request = new(HttpMethod.Post, at) { Content = new FormUrlEncodedContent([new("prompt", prompt), new("login", mailAddress), new("password", "x")]) };
        }
        throw new InvalidOperationException($"The provider went round and round: {at}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("action=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Action();

    [GeneratedRegex("name=\"prompt\" value=\"(?<what>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prompt();
}
