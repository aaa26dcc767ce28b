using System.ComponentModel.DataAnnotations.Schema;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>
/// Whether one signs up, for how many there is room (null: enough for everybody), and how many hours before the start the list closes.
/// </summary>
[ComplexType]
public sealed record SignUpTerms(bool Wanted, int? Capacity, int ClosesHoursBefore)
{
    public const int MaxCapacity = 5000;
    public const int MaxHoursBefore = 24 * 60;

    public static readonly SignUpTerms JustCome = new(false, null, 0);

    public Instant ClosesAt(Instant start) => start - Duration.FromHours(ClosesHoursBefore);
}
