using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Modules.Circles.CallChains;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Desk.Contracts;
using NodaTime;

namespace Nabij.Modules.Circles.Contacts;

/// <summary>
/// What follows when a circle's contacts change: they are its connectors, with each other and the reserve as stand-in; and a circle
/// without two of them stands on the desk. Saved by the caller.
/// </summary>
public sealed class LookAfterCircle(NabijDb db, IFollowUps followUps, KeepChain chains, IClock clock)
{
    private static readonly Duration TimeToFindContacts = Duration.FromDays(14);

    public async Task ReviewAsync(Circle circle, CancellationToken ct)
    {
        await NameConnectorsAsync(circle, ct);
        if (circle is { NeedsContacts: true, EndedAt: null })
            await followUps.OpenOnceAsync(NeedsContacts(circle), ct);
        else
            await followUps.CloseAsync(Subject.Of(circle.Id), ct);
    }

    /// <summary>These neighbours went along to another circle: both are looked after anew.</summary>
    public async Task GoAlongAsync(Circle from, Circle to, IReadOnlyCollection<PersonId> persons, CancellationToken ct)
    {
        await chains.GoAlongAsync(from, to, persons, ct);
        foreach (var circle in ((Circle[])[from, to]).Where(c => c.EndedAt is null))
            await ReviewAsync(circle, ct);
    }

    /// <summary>The circle is no more: nobody is its connector, and nothing is open about it.</summary>
    public async Task EndAsync(Circle circle, CancellationToken ct)
    {
        await NameConnectorsAsync(circle, ct);
        foreach (var about in Follow.All(circle.Id))
            await followUps.CloseAsync(about, ct);
    }

    /// <summary>Somebody goes: the chain closes behind them, and for whom they passed things on another neighbour is to be found.</summary>
    public async Task IsMissedAsync(Circle circle, PersonId gone, CancellationToken ct)
    {
        await chains.LeavesAsync(gone, ct);
        var left = await db.CircleMembers.Current.Where(m => m.PassedOnBy == gone).ToListAsync(ct);
        foreach (var member in left)
            member.PassedOnBy = null;
        if (left.Count == 0)
            return;
        await followUps.OpenOnceAsync(
            NeedsContacts(circle) with { About = Follow.PassingOn(circle.Id), Reason = "Circles.FollowUp.PassOn", Owner = circle.FirstContact, StandIn = circle.SecondContact ?? circle.Reserve },
            ct
        );
    }

    private NewFollowUp NeedsContacts(Circle circle) =>
        new(
            Subject.Of(circle.Id),
            "Circles.FollowUp.NeedsContacts",
            circle.Name,
            $"cirkels/{circle.Id.Value}/beheer",
            clock.GetCurrentInstant() + TimeToFindContacts
        );

    private async Task NameConnectorsAsync(Circle circle, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var held = await db
            .RoleAssignments.Current.Where(a => a.Role == Role.Connector && a.Scope == circle.Id.Value)
            .ToListAsync(ct);
        foreach (var assignment in held.Where(a => !circle.IsLookedAfterBy(a.Person)))
            assignment.End(now);
        foreach (var contact in circle.Contacts)
        {
            var assignment = held.Find(a => a.Person == contact);
            if (assignment is null)
                db.Add(assignment = new RoleAssignment(contact, Role.Connector, circle.Id.Value, now));
            assignment.StandIn = circle.Reserve ?? circle.Contacts.Where(c => c != contact).Cast<PersonId?>().FirstOrDefault();
        }
    }
}
