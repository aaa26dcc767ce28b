using NodaTime;

namespace Nabij.Demo.Telling;

/// <summary>
/// The clock of the program. Within a story it stands where that story is, so that several can be told at once; everywhere
/// else it is the real one.
/// </summary>
public sealed class StoryClock : IClock
{
    private readonly AsyncLocal<Hand?> story = new();

    public Instant GetCurrentInstant() => story.Value?.At ?? SystemClock.Instance.GetCurrentInstant();

    /// <summary>From here on, in what is called and awaited here, it is story time.</summary>
    public void BeginStory(Instant at) => story.Value = new Hand { At = at };

    public void MoveTo(Instant moment) =>
        (story.Value ?? throw new InvalidOperationException("Only a story's time can be moved.")).At = moment;

    private sealed class Hand
    {
        public Instant At { get; set; }
    }
}
