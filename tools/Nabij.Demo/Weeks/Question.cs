using Nabij.Kernel;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>Something that people ask each other.</summary>
/// <param name="Kind">Of help.</param>
/// <param name="Title">In the words of who asks.</param>
/// <param name="Details">For who is asked.</param>
/// <param name="Minutes">It takes.</param>
/// <param name="InDays">How many days ahead it is; null is whenever it suits.</param>
/// <param name="At">On the clock on the wall.</param>
/// <param name="Weeks">Each week, so many times.</param>
public sealed record Question(
    HelpKind Kind,
    string Title,
    string Details,
    int Minutes,
    int? InDays = null,
    LocalTime? At = null,
    int Weeks = 1
)
{
    public DayPart Part { get; init; } = DayPart.Any;
    public Readers Readers { get; init; } = Readers.District;

    public WhatIsAsked SeenFrom(LocalDate today) =>
        new(Kind, Title, Details, Plan(today), Minutes, Urgency, Readers);

    private HelpPlan Plan(LocalDate today) =>
        InDays switch
        {
            null => HelpPlan.Sometime(Part),
            { } days when Weeks == 1 => HelpPlan.On(today.PlusDays(days), Part, At),
            { } days => HelpPlan.EachWeek(today.PlusDays(days), today.PlusDays(days).PlusWeeks(Weeks - 1), Part, At),
        };

    private Urgency Urgency =>
        InDays switch
        {
            null => Urgency.NoHurry,
            <= 1 => Urgency.Today,
            _ => Urgency.ThisWeek,
        };
}
