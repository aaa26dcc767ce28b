namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>How much counting is still allowed: for all rules of one expansion, and for those of one event.</summary>
internal sealed class Budget(long steps, long stepsPerEvent)
{
    private long spent;
    private long spentBefore;

    public bool IsSpent => spent > steps;

    public bool IsSpentForEvent => IsSpent || spent - spentBefore > stepsPerEvent;

    public void BeginEvent() => spentBefore = spent;

    /// <summary>Takes steps; false when there were not enough.</summary>
    public bool Spend(long more)
    {
        spent += more;
        return !IsSpentForEvent;
    }
}
