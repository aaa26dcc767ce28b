using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Gaps;

/// <summary>How we heard what somebody misses.</summary>
public enum HeardBy
{
    Phone,
    Door,
    Talk,
    SignUp,
}

/// <summary>
/// Somebody misses something to do: what, when, where, and what they need to be able to come. Who it was is not kept, nor
/// their words. <paramref name="buurt"/>: its code; empty when it was not said.
/// </summary>
public sealed class Miss(Theme theme, DayParts part, string buurt, AccessFacts access, HeardBy heardBy, LocalDate notedOn)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Theme Theme { get; private init; } = theme;
    public DayParts Part { get; private init; } = part;
    public string Buurt { get; private init; } = buurt;
    public AccessFacts Access { get; private init; } = access;
    public HeardBy HeardBy { get; private init; } = heardBy;
    public LocalDate NotedOn { get; private init; } = notedOn;
}
