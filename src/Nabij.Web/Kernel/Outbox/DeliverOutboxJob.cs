using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Kernel.Outbox;

/// <summary>Delivers what is due, oldest first, each in a transaction of its own.</summary>
public sealed partial class DeliverOutboxJob(
    NabijDb db,
    IServiceScopeFactory scopes,
    CurrentCommunity community,
    IClock clock,
    ILogger<DeliverOutboxJob> log
) : ICommunityJob
{
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = await db
            .Outbox.Where(m => m.DeliveredAt == null && m.DueAt <= now)
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(ct);
        foreach (var id in due)
            await DeliverAsync(id, ct);
    }

    private async Task DeliverAsync(Guid id, CancellationToken ct)
    {
        try
        {
            await InScopeAsync(
                async (scope, scopedDb, message) =>
                {
                    await OutboxHandlers.CallAsync(scope, message, ct);
                    message.Delivered(clock.GetCurrentInstant());
                    await scopedDb.TrySaveAsync(ct);
                },
                id,
                ct
            );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure, id);
            await InScopeAsync(
                async (_, scopedDb, message) =>
                {
                    message.Failed(clock.GetCurrentInstant());
                    await scopedDb.TrySaveAsync(ct);
                },
                id,
                ct
            );
        }
    }

    private async Task InScopeAsync(
        Func<IServiceProvider, NabijDb, OutboxMessage, Task> act,
        Guid id,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community.Entered);
        var scopedDb = scope.ServiceProvider.GetRequiredService<NabijDb>();
        if (await scopedDb.Outbox.SingleOrDefaultAsync(m => m.Id == id && m.DeliveredAt == null, ct) is { } message)
            await act(scope.ServiceProvider, scopedDb, message);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox message {Id} was not delivered")]
    private static partial void LogFailure(ILogger logger, Exception failure, Guid id);
}

/// <summary>Finds and calls the handlers of an event by its type.</summary>
internal static class OutboxHandlers
{
    private static readonly Dictionary<string, Type> EventTypes = typeof(OutboxHandlers)
        .Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IEvent)))
        .ToDictionary(t => t.FullName!, StringComparer.Ordinal);

    public static async Task CallAsync(IServiceProvider services, OutboxMessage message, CancellationToken ct)
    {
        var type = EventTypes[message.Type];
        var happened = JsonSerializer.Deserialize(message.Payload, type, EventJson.Options)!;
        var method = typeof(IHandle<>).MakeGenericType(type).GetMethod(nameof(IHandle<IEvent>.HandleAsync))!;
        foreach (var handler in services.GetServices(method.DeclaringType!))
            await (Task)method.Invoke(handler, [happened, ct])!;
    }
}
