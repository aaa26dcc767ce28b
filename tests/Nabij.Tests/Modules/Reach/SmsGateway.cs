using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Nabij.Tests.Modules.Reach;

/// <summary>A real HTTP listener that takes text messages as a gateway does.</summary>
public sealed class SmsGateway : IAsyncLifetime
{
    private readonly ConcurrentQueue<PostedText> received = new();
    private WebApplication app = null!;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    public IReadOnlyList<PostedText> Texts => [.. received];

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/", TakeAsync);
        await app.StartAsync();
    }

    public void StartOver()
    {
        Status = StatusCodes.Status202Accepted;
        received.Clear();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var body = (await JsonSerializer.DeserializeAsync<JsonElement>(request.Body));
        received.Enqueue(
            new(
                body.GetProperty("to").GetString()!,
                body.GetProperty("text").GetString()!,
                request.Headers.Authorization.ToString(),
                request.Headers["Idempotency-Key"].ToString()
            )
        );
        return Results.StatusCode(Status);
    }
}

public sealed record PostedText(string To, string Text, string Authorization, string IdempotencyKey);
