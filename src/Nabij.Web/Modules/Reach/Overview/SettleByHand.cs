using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;

namespace Nabij.Modules.Reach.Overview;

/// <summary>What the platform could not do itself, somebody did: told a person who cannot be reached, read what was texted.</summary>
public sealed class SettleByHand(NabijDb db, IFollowUps followUps, Trail trail)
{
    public async Task MessageAsync(MessageId id, CancellationToken ct)
    {
        if (await db.Messages.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message)
            return;
        trail.Note(Subject.Of(id), message.Person, "Trail.MessageSettled");
        await followUps.CloseAsync(Subject.Of(id), ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task TextAsync(Guid id, CancellationToken ct)
    {
        if (await db.IncomingTexts.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } text)
            return;
        text.WasRead();
        await followUps.CloseAsync(new Subject(nameof(IncomingText), id), ct);
        await db.SaveChangesAsync(ct);
    }
}
