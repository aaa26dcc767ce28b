using Microsoft.EntityFrameworkCore;
using Nabij.Demo.Telling;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Answering;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;

namespace Nabij.Demo.Weeks;

/// <summary>Somebody answers a message in the way that it came: behind its link, by text message, on the telephone, at the door.</summary>
public sealed class Answering(Neighbourhood place)
{
    /// <summary>Nothing happens when the question is no longer there: others were faster, or it never reached them.</summary>
    public Task AnswerAsync(Subject about, PersonId person, string answer) =>
        place.Stage.ActAsync(scope => AnswerAsync(about, person, answer, scope), place.First(Role.DistrictSupporter));

    private async Task<bool> AnswerAsync(Subject about, PersonId person, string answer, IServiceProvider scope)
    {
        var db = scope.GetRequiredService<NabijDb>();
        var messages = await db.Messages.About(about).Where(m => m.Person == person && m.AnsweredAt == null).OrderByDescending(m => m.Id).ToListAsync();
        var message = messages.Find(m => m.Choices.Contains(answer, StringComparer.Ordinal) && Reached(m.State));
        if (message is null)
            return false;

        var (now, caller) = (place.Stage.Clock.GetCurrentInstant(), place.First(Role.DistrictSupporter).Person);
        if (message.State is MessageState.OnCallList or MessageState.ToVisit)
            message.Spoken(caller, now).Accept();
        var by = message.Channel ?? Channel.Call;
        var notedBy = by is Channel.Call or Channel.Visit ? caller : person;
        await scope.GetRequiredService<TakeAnswer>().HandleAsync(message, answer, by, notedBy, CancellationToken.None);
        return true;
    }

    private static bool Reached(MessageState state) =>
        state is MessageState.Sent or MessageState.OnCallList or MessageState.Called or MessageState.Printed or MessageState.ToVisit or MessageState.Visited;
}
