using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Circles.Showing;

/// <summary>Looks up a circle with the people in it, in three queries; the numbers take a fourth.</summary>
public sealed class CircleInSight(NabijDb db, IPeople people)
{
    public async Task<CircleView?> FindAsync(CircleId id, CancellationToken ct)
    {
        if (await db.Circles.Current.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } circle)
            return null;
        var members = await db.CircleMembers.Of(id).AsNoTracking().ToListAsync(ct);
        var cards = await people.FindAsync(members.Select(m => m.Person), ct);
        var neighbours = members
            .Where(m => cards.ContainsKey(m.Person))
            .Select(m => new Neighbour(m, cards[m.Person], NameOf(cards[m.Person], cards.Values)))
            .OrderBy(n => Place(circle, n.Person))
            .ThenBy(n => n.Name, StringComparer.CurrentCulture);
        return new(circle, [.. neighbours]);
    }

    /// <summary>The numbers, as people write them, of those who let the circle see it.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> NumbersAsync(IEnumerable<Neighbour> neighbours, CancellationToken ct)
    {
        var sharing = neighbours.Where(n => n.Member.SharesNumber).Select(n => n.Person).ToList();
        if (sharing.Count == 0)
            return new Dictionary<PersonId, string>();
        var reachable = await people.ReachAsync(sharing, ct);
        return reachable.Values.Where(r => r.NumberToCall is not null).ToDictionary(r => r.Person, r => PhoneNumber.Written(r.NumberToCall!));
    }

    /// <summary>'Truus'; 'Truus V.' when there is another Truus.</summary>
    private static string NameOf(PersonCard card, IEnumerable<PersonCard> all) =>
        all.Count(other => string.Equals(other.GivenName, card.GivenName, StringComparison.OrdinalIgnoreCase)) > 1 ? card.ShortName : card.GivenName;

    private static int Place(Circle circle, PersonId person) =>
        person == circle.FirstContact ? 0
        : person == circle.SecondContact ? 1
        : person == circle.Reserve ? 2
        : 3;
}

/// <summary>A circle and who is in it, its contacts first.</summary>
public sealed record CircleView(Circle Circle, IReadOnlyList<Neighbour> Neighbours)
{
    public IEnumerable<Neighbour> Contacts => Neighbours.Where(n => Circle.IsLookedAfterBy(n.Person));

    public Neighbour? Find(PersonId? person) => Neighbours.FirstOrDefault(n => n.Person == person);

    public bool Has(PersonId? person) => Find(person) is not null;
}

/// <summary>Somebody in the circle. <paramref name="Name"/>: as neighbours call each other.</summary>
public sealed record Neighbour(CircleMember Member, PersonCard Card, string Name)
{
    public PersonId Person => Member.Person;

    public string Initials =>
        string.Concat(new[] { Card.GivenName, Card.FamilyName.Split(' ')[^1] }.Where(n => n.Length > 0).Select(n => char.ToUpperInvariant(n[0])));
}
