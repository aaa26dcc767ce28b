using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Welcoming;

/// <summary>A neighbour vouches for another, who wants to belong. The circle's contact welcomes them.</summary>
public sealed class BringNeighbour(NabijDb db, CurrentPerson person, IFollowUps followUps, IClock clock)
{
    private static readonly Duration TimeToWelcome = Duration.FromDays(7);

    public async Task<Refusal?> HandleAsync(CircleId id, NeighbourAtDoor who, CancellationToken ct)
    {
        if (await db.Circles.Current.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return new NoSuchCircle();
        var number = PhoneNumber.Read(who.Number);
        if (JoinWish.RefusalOf(who.GivenName, who.FamilyName, who.Number, number, who.PassedOnBy, who.SaidYes) is { } refusal)
            return refusal;
        if (!await db.CircleAddresses.AnyAsync(a => a.Circle == id && a.Address == who.Door, ct))
            return new DoorNotInCircle();
        if (who.PassedOnBy is { } passer && !await db.CircleMembers.Of(id).AnyAsync(m => m.Person == passer, ct))
            return new NotInThisCircle();

        var now = clock.GetCurrentInstant();
        var wish = new JoinWish(id, who.GivenName.Trim(), who.FamilyName.Trim(), who.Door, person.Id, now) { Number = number, PassedOnBy = who.PassedOnBy };
        db.Add(wish);
        await followUps.OpenAsync(
            new(
                Subject.Of(wish.Id),
                "Circles.FollowUp.Welcome",
                wish.FullName,
                $"cirkels/{id.Value}/welkom",
                now + TimeToWelcome,
                circle.FirstContact,
                circle.SecondContact ?? circle.Reserve
            ),
            ct
        );
        await db.SaveChangesAsync(ct);
        return null;
    }
}

/// <summary>Who wants to belong, as typed by the neighbour who vouches.</summary>
public sealed record NeighbourAtDoor(string GivenName, string FamilyName, AddressId Door, string Number, PersonId? PassedOnBy, bool SaidYes);
