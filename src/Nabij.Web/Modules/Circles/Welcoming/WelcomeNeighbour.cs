using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Time;
using Nabij.Kernel.Trails;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Paper;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Welcoming;

/// <summary>The contact went by, and the neighbour belongs from now on.</summary>
public sealed class WelcomeNeighbour(NabijDb db, IRecordNeighbour record, KeepPapers papers, SettleWish settle, IClock clock)
{
    public async Task<Refusal?> HandleAsync(CircleId id, JoinWishId wishId, CancellationToken ct)
    {
        if (await settle.FindAsync(id, wishId, ct) is not { } wish)
            return new NoSuchWish();
        var (recorded, refused) = await record.RecordAsync(new(wish.GivenName, wish.FamilyName, wish.Door, wish.Number), ct);
        if (recorded is not { } person)
            return refused;
        if (await db.CircleMembers.Current.AnyAsync(m => m.Person == person, ct))
            return new AlreadyInACircle();

        var member = new CircleMember(id, person, clock.GetCurrentInstant().TodayAt()) { PassedOnBy = wish.PassedOnBy };
        member.Tell(sharesNumber: wish.Number is not null, "");
        db.Add(member);
        await papers.BecomeVoidAsync(await db.Circles.SingleAsync(c => c.Id == id, ct), [PaperKind.PhoneList], ct);
        return await settle.SaveAsync(wish, "Circles.Trail.Joined", person, ct);
    }
}

/// <summary>A wish to belong is answered, either way.</summary>
public sealed class SettleWish(NabijDb db, Desk.Contracts.IFollowUps followUps, Trail trail, IClock clock)
{
    public Task<JoinWish?> FindAsync(CircleId circle, JoinWishId id, CancellationToken ct) =>
        db.JoinWishes.OpenIn(circle).SingleOrDefaultAsync(w => w.Id == id, ct);

    public async Task<Refusal?> NotNowAsync(CircleId circle, JoinWishId id, CancellationToken ct) =>
        await FindAsync(circle, id, ct) is { } wish ? await SaveAsync(wish, "Circles.Trail.NotNow", null, ct) : new NoSuchWish();

    public async Task<Refusal?> SaveAsync(JoinWish wish, string what, PersonId? about, CancellationToken ct)
    {
        wish.Settle(clock.GetCurrentInstant());
        trail.Note(Subject.Of(wish.Circle), about, what);
        await followUps.CloseAsync(Subject.Of(wish.Id), ct);
        return await db.TrySaveAsync(ct) ? null : new NoSuchWish();
    }
}
