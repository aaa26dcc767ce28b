using Nabij.Demo.Towns;
using Nabij.Kernel;
using Nabij.Kernel.Identity;
using Nabij.Modules.People.Contracts;

namespace Nabij.Demo.Cast;

/// <summary>Who have a name in the story, and the street in which they live.</summary>
public sealed record CastOfTown(string Street, IReadOnlyList<CastMember> Members);

/// <summary>The people whom a visitor of the demo meets in each place.</summary>
public static class Casts
{
    private const DayParts Weekdays = DayParts.WeekdayMorning | DayParts.WeekdayAfternoon;
    private const DayParts AfterWork = DayParts.WeekdayEvening | DayParts.Weekend;

    public static CastOfTown Of(Town town) =>
        town.Slug switch
        {
            "stede-broec" => StedeBroec,
            "vleuten-de-meern" => Vleuten,
            "wijk-bij-duurstede" => Wijk,
            _ => Deventer,
        };

    private static readonly CastOfTown StedeBroec = new(
        "Kersenstraat",
        [
            new("riet", "Riet", "Bakker", 78, 3, Channel.Call) { HasMobile = false, HasLandline = true },
            new("kees", "Kees", "Jansen", 64, 8, Channel.Mail)
            {
                OwnWords = "Heeft een auto. Helpt met klusjes.",
                Role = Role.Helper,
                SignsIn = true,
                Helps = new([HelpKind.Chore, HelpKind.Groceries, HelpKind.Transport, HelpKind.Walk], Weekdays, 4, HasCar: true, HasVog: true),
            },
            new("truus", "Truus", "de Vries", 71, 0, Channel.Mail)
            {
                OwnWords = "Trekt de kar. Bel gerust.",
                Role = Role.Connector,
                StandIn = "fatima",
                SignsIn = true,
                HasLandline = true,
                Helps = new([HelpKind.Company], Weekdays, 2, HasVog: true),
            },
            new("fatima", "Fatima", "El Amrani", 58, 5, Channel.TextMessage)
            {
                OwnWords = "Kookt graag voor een ander.",
                Role = Role.Connector,
                StandIn = "truus",
                SignsIn = true,
                Helps = new([HelpKind.Meal, HelpKind.Company], DayParts.Always, 3, Languages: "nl ar"),
            },
            new("wim", "Wim", "Smit", 83, 7, Channel.Call) { HasMobile = false, HasLandline = true, OwnWords = "Kent de buurt het langst." },
            new("nel", "Nel", "Dekker", 86, 6, Channel.Letter) { HasMobile = false, HasLandline = true },
            new("samira", "Samira", "Bouzid", 31, 9, Channel.TextMessage)
            {
                OwnWords = "Helpt met de computer. In het weekend.",
                Helps = new([HelpKind.LettersAndComputer], AfterWork, 2, HasVog: true, Languages: "nl ar en"),
            },
            new("ahmed", "Ahmed", "Benali", 74, 1, Channel.TextMessage),
            new("hatice", "Hatice", "Kaya", 69, 4, Channel.Call) { HasLandline = true },
            new("anja", "Anja", "Visser", 47, 60, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "marco", SignsIn = true },
            new("marco", "Marco", "Kok", 39, 75, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "anja", SignsIn = true },
            new("dennis", "Dennis", "Mulder", 52, 45, Channel.TextMessage)
            {
                Role = Role.Concierge,
                StandIn = "marco",
                SignsIn = true,
                Helps = new([HelpKind.Chore, HelpKind.Meal], Weekdays, 12, HasCar: true, HasVog: true),
            },
        ]
    );

    private static readonly CastOfTown Vleuten = Small(
        "Muntplein",
        new("gerrit", "Gerrit", "Willems", 70, 0, Channel.Mail) { Role = Role.Connector, StandIn = "tineke", SignsIn = true },
        new("tineke", "Tineke", "Koster", 66, 3, Channel.TextMessage),
        new("youssef", "Youssef", "Benali", 44, 5, Channel.Mail) { Role = Role.Helper, SignsIn = true, Helps = Handy("nl ar") },
        new("marloes", "Marloes", "van Dijk", 41, 45, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "wouter", SignsIn = true },
        new("wouter", "Wouter", "Prins", 36, 60, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "marloes" }
    );

    private static readonly CastOfTown Wijk = Small(
        "Kadehof",
        new("corrie", "Corrie", "van Vliet", 68, 0, Channel.TextMessage) { Role = Role.Connector, StandIn = "frans", SignsIn = true },
        new("frans", "Frans", "Molenaar", 72, 2, Channel.Call) { HasLandline = true },
        new("bas", "Bas", "Kramer", 50, 4, Channel.Mail) { Role = Role.Helper, SignsIn = true, Helps = Handy("nl") },
        new("petra", "Petra", "Brouwer", 53, 45, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "judith", SignsIn = true },
        new("judith", "Judith", "Groen", 45, 60, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "petra" },
        new("esther", "Esther", "Blom", 38, 75, Channel.Mail) { Role = Role.LinkWorker, StandIn = "petra", SignsIn = true }
    );

    private static readonly CastOfTown Deventer = Small(
        "Beukenpad",
        new("ineke", "Ineke", "Scholten", 69, 0, Channel.Mail) { Role = Role.Connector, StandIn = "ben", SignsIn = true },
        new("ben", "Ben", "Hoekstra", 73, 2, Channel.Call) { HasLandline = true },
        new("femke", "Femke", "Bos", 34, 4, Channel.Mail) { Role = Role.Helper, SignsIn = true, Helps = Handy("nl en") },
        new("stanley", "Stanley", "Pinas", 61, 45, Channel.TextMessage) { Role = Role.Concierge, StandIn = "sandra", SignsIn = true },
        new("richard", "Richard", "Postma", 49, 60, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "sandra", SignsIn = true },
        new("sandra", "Sandra", "Meijer", 42, 75, Channel.Mail) { Role = Role.DistrictSupporter, StandIn = "richard" }
    );

    private static CastOfTown Small(string street, params CastMember[] members) => new(street, members);

    private static Offered Handy(string languages) =>
        new([HelpKind.Chore, HelpKind.LettersAndComputer, HelpKind.Walk], AfterWork, 3, HasCar: true, HasVog: true, languages);
}
