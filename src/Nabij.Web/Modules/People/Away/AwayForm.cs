using Nabij.Kernel;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.People.Away;

public sealed class AwayForm
{
    public string? From { get; set; }
    public string? Until { get; set; }

    public LocalDate? FromOrNone => TypedDay.Read(From);
    public LocalDate? UntilOrNone => TypedDay.Read(Until);
}

/// <summary>A day as a date field posts it.</summary>
internal static class TypedDay
{
    public static LocalDate? Read(string? typed) =>
        LocalDatePattern.Iso.Parse(typed ?? "").TryGetValue(default, out var day) ? day : null;
}

public sealed record DayNeeded : Refusal;
