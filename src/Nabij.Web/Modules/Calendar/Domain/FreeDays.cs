using System.Collections.Frozen;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>The days on which schools and the whole country are free, with their names.</summary>
public sealed class FreeDays(
    IEnumerable<(LocalDate Day, string Name)> publicHolidays,
    IReadOnlyDictionary<SchoolRegion, IReadOnlyList<SchoolHoliday>> schools
)
{
    public static readonly FreeDays None = new([], new Dictionary<SchoolRegion, IReadOnlyList<SchoolHoliday>>());

    private readonly FrozenDictionary<LocalDate, string> days = publicHolidays
        .DistinctBy(d => d.Day)
        .ToFrozenDictionary(d => d.Day, d => d.Name);

    public bool IsPublic(LocalDate day) => days.ContainsKey(day);

    public bool AreInSchools(SchoolRegion region, LocalDate day) => NameOf(region, day) is not null;

    /// <summary>'Kerstvakantie', or null on a day of school.</summary>
    public string? NameOf(SchoolRegion region, LocalDate day) =>
        schools.GetValueOrDefault(region, []).FirstOrDefault(h => h.First <= day && day <= h.Last)?.Name;

    /// <summary>'Tweede Pinksterdag', or null on a usual day.</summary>
    public string? NameOf(LocalDate day) => days.GetValueOrDefault(day);

    /// <summary>The last day of which we know whether schools are free.</summary>
    public LocalDate? KnownUntil(SchoolRegion region) => schools.GetValueOrDefault(region, []).Max(h => (LocalDate?)h.Last);
}

public sealed record SchoolHoliday(LocalDate First, LocalDate Last, string Name);
