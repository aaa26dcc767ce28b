using NodaTime;

namespace Nabij.Tests.Support;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class TestClock(Instant now) : IClock
{
    public Instant Now { get; private set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Advance(Duration by) => Now += by;

    public void MoveTo(Instant moment) => Now = moment;
}
