using Nabij.Demo.Telling;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Demo.Residents;

/// <summary>Moves people into houses and writes them down, with how each is reached.</summary>
public sealed class PersonsOfATown(Random random, WaysGiver ways, NameGiver names, SensitiveText sensitive, LocalDate today)
{
    private const int HousesThatTakePart = 56;

    private readonly List<Person> persons = [];

    /// <summary>What is to be saved.</summary>
    public IReadOnlyList<Person> Persons => persons;

    /// <summary>Who live behind these doors; not everybody takes part.</summary>
    public IEnumerable<Resident> MoveIn(IEnumerable<Address> doors, Instant writtenDown)
    {
        foreach (var door in doors)
        {
            if (!random.Percent(HousesThatTakePart))
                continue;
            var age = Ages.Next(random);
            var woman = random.Percent(age < Ages.Old ? 50 : 62);
            var name = names.Next(today.Year - age, woman);
            var first = WriteDown(name, age, door, ways.Next(name, age), ConsentAt(writtenDown));
            yield return first.Resident;

            if (!random.Percent(age < Ages.Retired ? 25 : 38))
                continue;
            var otherAge = Ages.AtHomeWith(age, random);
            var other = names.NextAtHomeWith(name, today.Year - otherAge, !woman);
            var otherWays = ways.Next(other, otherAge, first.Landline);
            yield return WriteDown(other, otherAge, door, otherWays, ConsentAt(writtenDown)).Resident;
        }
    }

    public (Resident Resident, string? Landline) WriteDown(FullName name, int age, Address home, WaysToReach reached, Consent consent)
    {
        var person = new Person(name.Given, name.Family, consent);
        var details = new PersonDetails(name.Given, name.Family, today.Year - age, home.Id, LanguageOf(name, age), reached);
        person.Change(details, sensitive.Fingerprint).Accept();
        persons.Add(person);
        return (new(person.Id, name, age, home, reached.Preferred), reached.Phone);
    }

    /// <summary>People came one by one in the half year before this moment.</summary>
    private Consent ConsentAt(Instant before) =>
        new(
            random.Share((45, ConsentWay.Paper), (35, ConsentWay.Spoken), (20, ConsentWay.Screen)),
            before - Duration.FromMinutes(random.Next(180 * 24 * 60)),
            NotedBy: null
        );

    private string LanguageOf(FullName name, int age) =>
        age < Ages.Retired && name.Language is not null && random.Percent(15) ? "en" : "nl";
}
