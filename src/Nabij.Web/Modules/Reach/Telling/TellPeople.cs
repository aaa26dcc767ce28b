using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Telling;

/// <summary>Writes down what people are to be told, in the save of the module that tells.</summary>
public sealed class TellPeople(NabijDb db, IClock clock) : IReach
{
    public MessageId Tell(PersonId person, Message message)
    {
        var told = new PersonalMessage(person, message, clock.GetCurrentInstant());
        db.Add(told);
        return told.Id;
    }

    public Task CancelAsync(Subject about, CancellationToken ct) => CancelAsync(about.Kind, [about.Id], ct);

    public async Task CancelAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
    {
        var unsaved = db
            .ChangeTracker.Entries<PersonalMessage>()
            .Where(e => e.State is EntityState.Added && e.Entity.SubjectKind == subjectKind && subjectIds.Contains(e.Entity.SubjectId));
        foreach (var entry in unsaved.ToList())
            entry.State = EntityState.Detached;

        var now = clock.GetCurrentInstant();
        foreach (var message in await db.Messages.About(subjectKind, subjectIds).Open().Select(m => m.Id).ToListAsync(ct))
            db.Add(new Withdrawal(message, now));
    }

    public async Task ForgetAsync(string subjectKind, IReadOnlyCollection<Guid> subjectIds, CancellationToken ct)
    {
        var ids = subjectIds.ToList();
        var told = await db
            .Messages.Where(m => EF.Parameter(ids).Contains(m.SubjectId) && m.SubjectKind == subjectKind && m.ForgottenAt == null)
            .ToListAsync(ct);
        var open = told.Where(m => m.IsOpen).Select(m => m.Id).ToList();
        var withdrawn = await db.Withdrawals.Where(w => EF.Parameter(open).Contains(w.Message)).Select(w => w.Message).ToListAsync(ct);
        withdrawn.AddRange(db.Withdrawals.Local.Select(w => w.Message));
        foreach (var message in told.Where(m => !m.IsOpen || withdrawn.Contains(m.Id)))
            message.Forget(clock.GetCurrentInstant());
    }
}
