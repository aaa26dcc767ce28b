using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Tenancy;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Sending;

/// <summary>Tells everybody what is due for them; trouble with one person keeps no other waiting.</summary>
public sealed partial class SendDueMessagesJob(
    NabijDb db,
    TidyMessages tidy,
    IServiceScopeFactory scopes,
    CurrentCommunity community,
    MessageAge age,
    IClock clock,
    ILogger<SendDueMessagesJob> log
) : ICommunityJob
{
    private const int PeopleAtOnce = 200;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await tidy.HandleAsync(now, ct);
        var due = db.MessagesThatAre(MessageState.Waiting).DueAt(now);
        age.Set(community.Slug, now, await due.MinAsync(m => (Instant?)m.DueAt, ct));

        var people = due.GroupBy(m => m.Person).OrderBy(g => g.Min(m => m.DueAt)).Select(g => g.Key);
        foreach (var person in await people.Take(PeopleAtOnce).ToListAsync(ct))
            await TellAsync(person, now, ct);
    }

    private async Task TellAsync(PersonId person, Instant now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community.Entered);
        try
        {
            await scope.ServiceProvider.GetRequiredService<TellDueMessages>().HandleAsync(person, now, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(log, failure, person.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Person {Person} was not told what is due")]
    private static partial void LogFailure(ILogger logger, Exception failure, Guid person);
}
