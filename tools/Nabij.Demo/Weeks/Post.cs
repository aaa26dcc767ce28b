using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using Nabij.Modules.Reach.Sending;

namespace Nabij.Demo.Weeks;

/// <summary>
/// What people are told in the story reaches them by their own channel: mail and text messages arrive at once, calls are
/// made and letters printed in office hours. What came up last still waits on the lists.
/// </summary>
public sealed class Post(Neighbourhood place)
{
    private static readonly Outlets WithMailAndText = new(Mail: true, TextMessages: true);

    public Task DeliverAsync() =>
        place.Stage.ActAsync(async scope =>
        {
            var (db, now) = (scope.GetRequiredService<NabijDb>(), place.Stage.Clock.GetCurrentInstant());
            await scope.GetRequiredService<TidyMessages>().HandleAsync(now, CancellationToken.None);
            var due = await db.MessagesThatAre(MessageState.Waiting).DueAt(now).ToListAsync();
            var ways = await scope.GetRequiredService<IPeople>().ReachAsync(due.Select(m => m.Person), CancellationToken.None);
            foreach (var message in due.Where(m => !m.WaitsForMorning(now)))
            {
                message.GoBy(Routes.For(message, ways[message.Person], WithMailAndText, now) ?? Channel.Letter, now);
                if (message.State is MessageState.Sending)
                    message.Sent(now);
            }
            return await db.SaveChangesAsync();
        });

    /// <summary>An hour of telephoning: everybody for whom there is only news; now and then nobody answers.</summary>
    public Task CallAsync() =>
        place.Stage.ActAsync(async scope =>
        {
            var (db, now, caller) = (scope.GetRequiredService<NabijDb>(), place.Stage.Clock.GetCurrentInstant(), place.First(Role.DistrictSupporter).Person);
            foreach (var line in await db.MessagesThatAre(MessageState.OnCallList).DueAt(now).OrderBy(m => m.Id).ToListAsync())
            {
                if (place.Random.Percent(20))
                    line.NotReached(caller, now).Accept();
                else if (!line.IsQuestion)
                    line.Spoken(caller, now).Accept();
            }
            return await db.SaveChangesAsync();
        });

    /// <summary>The letters of the day are printed in one go, and the concierge rings at the doors.</summary>
    public Task PrintAndVisitAsync() =>
        place.Stage.ActAsync(async scope =>
        {
            var (db, now, visitor) = (scope.GetRequiredService<NabijDb>(), place.Stage.Clock.GetCurrentInstant(), place.First(Role.DistrictSupporter).Person);
            foreach (var letter in await db.MessagesThatAre(MessageState.ToPrint).ToListAsync())
                letter.Print(now).Accept();
            foreach (var visit in await db.MessagesThatAre(MessageState.ToVisit).Where(m => m.Answers == "").ToListAsync())
                visit.Spoken(visitor, now).Accept();
            return await db.SaveChangesAsync();
        });
}
