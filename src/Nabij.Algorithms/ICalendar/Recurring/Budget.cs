namespace Nabij.Algorithms.ICalendar.Recurring;

/// <summary>How much counting is still allowed; shared by all rules of one expansion.</summary>
internal sealed class Budget(long steps)
{
    private long left = steps;

    public bool IsSpent => left < 0;

    /// <summary>Takes steps; false when there were not enough.</summary>
    public bool Spend(long steps)
    {
        left -= steps;
        return left >= 0;
    }
}
