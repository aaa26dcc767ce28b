using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.Circles.Domain;

public sealed class CircleTests
{
    private static readonly PersonId Truus = PersonId.New();
    private static readonly PersonId Kees = PersonId.New();
    private static readonly PersonId Fatima = PersonId.New();
    private static readonly PersonId Wim = PersonId.New();
    private static readonly HashSet<PersonId> Members = [Truus, Kees, Fatima];

    private readonly Circle circle = new("Veldhuizen-Zuid", Instant.FromUtc(2026, 6, 2, 7, 10));

    [Fact]
    public void A_circle_is_looked_after_by_two_of_its_members_and_a_reserve()
    {
        Assert.Null(circle.NameContacts(Truus, Kees, Fatima, Members));

        Assert.False(circle.NeedsContacts);
        Assert.Equal([Truus, Kees], circle.Contacts);
        Assert.False(circle.IsLookedAfterBy(Fatima));
    }

    [Fact]
    public void A_contact_is_a_member() => Assert.IsType<ContactIsNoMember>(circle.NameContacts(Truus, Wim, null, Members));

    [Fact]
    public void Nobody_is_their_own_reserve() => Assert.IsType<ContactNamedTwice>(circle.NameContacts(Truus, Kees, Kees, Members));

    [Fact]
    public void One_contact_alone_is_the_first()
    {
        circle.NameContacts(null, Kees, null, Members);

        Assert.Equal(Kees, circle.FirstContact);
        Assert.True(circle.NeedsContacts);
    }

    [Theory]
    [InlineData("Truus", "Kees Fatima -")]
    [InlineData("Kees", "Truus Fatima -")]
    [InlineData("Fatima", "Truus Kees -")]
    [InlineData("Wim", "Truus Kees Fatima")]
    public void When_a_contact_leaves_the_reserve_takes_over(string who, string left)
    {
        circle.NameContacts(Truus, Kees, Fatima, Members);

        circle.StepsBack(Named(who));

        Assert.Equal(left, $"{Name(circle.FirstContact)} {Name(circle.SecondContact)} {Name(circle.Reserve)}");
    }

    [Fact]
    public void When_the_only_contact_leaves_the_reserve_is_alone()
    {
        circle.NameContacts(Truus, null, Fatima, Members);

        circle.StepsBack(Truus);

        Assert.Equal(Fatima, circle.FirstContact);
        Assert.Null(circle.Reserve);
        Assert.True(circle.NeedsContacts);
    }

    [Theory]
    [InlineData("", typeof(CircleHasNoName))]
    [InlineData("   ", typeof(CircleHasNoName))]
    [InlineData("Een naam die zo lang is dat niemand hem nog op een koelkastkaart kan lezen", typeof(CircleNameTooLong))]
    public void A_circle_has_a_name_that_fits_on_a_card(string name, Type refusal) =>
        Assert.IsType(refusal, circle.Describe(name, ""));

    [Fact]
    public void House_rules_are_plain_sentences_one_a_line()
    {
        Assert.Null(circle.Describe("Zuid", " Bel voor negen uur 's avonds. \r\n\r\nDe hond mag mee.\n"));
        Assert.Equal(["Bel voor negen uur 's avonds.", "De hond mag mee."], circle.HouseRules);

        Assert.IsType<TooManyHouseRules>(circle.Describe("Zuid", string.Join('\n', Enumerable.Range(1, 9).Select(n => $"Regel {n}."))));
    }

    [Theory]
    [InlineData(StreetSide.Both, null, null, 7, true)]
    [InlineData(StreetSide.Even, null, null, 7, false)]
    [InlineData(StreetSide.Odd, 9, null, 7, false)]
    [InlineData(StreetSide.Odd, 1, 7, 7, true)]
    [InlineData(StreetSide.Even, 8, 20, 22, false)]
    public void Part_of_a_street_is_a_side_from_one_number_to_another(StreetSide side, int? from, int? to, int number, bool holds) =>
        Assert.Equal(holds, new StreetPart("Lindelaan", side, from, to).Holds(number));

    private static string Name(PersonId? person) =>
        person is null ? "-" : person == Truus ? "Truus" : person == Kees ? "Kees" : "Fatima";

    private static PersonId Named(string name) =>
        name switch
        {
            "Truus" => Truus,
            "Kees" => Kees,
            "Fatima" => Fatima,
            _ => Wim,
        };
}
