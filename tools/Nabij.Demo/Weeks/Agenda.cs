using Nabij.Demo.Telling;
using NodaTime;

namespace Nabij.Demo.Weeks;

/// <summary>What is still to happen in a story, in the order of the clock. What happens may plan more; what lies after now never happens.</summary>
public sealed class Agenda(StoryClock clock, Instant now)
{
    private readonly PriorityQueue<Func<Task>, (Instant At, int Number)> queue = new();
    private int planned;

    public Instant Now => clock.GetCurrentInstant();

    public void Plan(Instant at, Func<Task> happens) => queue.Enqueue(happens, (at, planned++));

    public async Task PlayAsync()
    {
        while (queue.TryPeek(out _, out var next) && next.At <= now)
        {
            var happens = queue.Dequeue();
            clock.MoveTo(next.At);
            await happens();
        }
        clock.MoveTo(now);
    }
}
