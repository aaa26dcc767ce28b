using NodaTime;

namespace Nabij.Demo.Telling;

/// <summary>The clock of the program. While a story is told it stands where the story is; after that it is the real one.</summary>
public sealed class StoryClock : IClock
{
    private Instant? at;

    public Instant GetCurrentInstant() => at ?? SystemClock.Instance.GetCurrentInstant();

    public void MoveTo(Instant moment) => at = moment;

    public void RunAgain() => at = null;
}
