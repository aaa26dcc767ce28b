using Nabij.Demo.Circles;
using Nabij.Demo.Residents;
using Nabij.Demo.Telling;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Time;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Demo.Measuring;

/// <summary>Circles of neighbours, each with its doors, members, contacts, and the circles on either side.</summary>
public sealed class CirclesInBulk(IReadOnlyList<Resident> residents, IReadOnlyList<Address> doors, Instant startedAt, Random random)
{
    public IReadOnlyList<PlannedCircle> Circles { get; } = PlanCircles.Of(residents, doors);

    public IEnumerable<object> Entities()
    {
        foreach (var (number, planned) in Circles.Index())
        {
            var circle = Started(planned, number);
            yield return circle;
            foreach (var door in planned.Doors)
                yield return new CircleAddress(door.Id, circle.Id);
            foreach (var member in planned.Members)
                yield return Joined(member, planned);
            foreach (var contact in circle.Contacts)
                yield return new RoleAssignment(contact, Role.Connector, circle.Id.Value, startedAt) { StandIn = circle.Contacts.First(c => c != contact) };
            if (number > 0)
                yield return CirclePair.Of(Circles[number - 1].Id, circle.Id);
        }
    }

    private Circle Started(PlannedCircle planned, int number)
    {
        var circle = new Circle($"{planned.Doors[0].Street} ({number + 1})", startedAt) { Id = planned.Id };
        var members = planned.Members.Select(m => m.Id).ToList();
        circle.NameContacts(members[0], members[1], members[2], members.ToHashSet()).Accept();
        circle.Surrounds(planned.Doors.Select(d => d.At));
        return circle;
    }

    private CircleMember Joined(Resident resident, PlannedCircle planned)
    {
        var member = new CircleMember(planned.Id, resident.Id, startedAt.TodayAt());
        member.Tell(sharesNumber: random.Percent(55), random.Percent(35) ? random.Pick(OwnWords.All) : "").Accept();
        return member;
    }
}
