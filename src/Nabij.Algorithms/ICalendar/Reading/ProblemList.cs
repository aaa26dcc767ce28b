namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Collects problems up to a limit.</summary>
internal sealed class ProblemList(int limit)
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => problems;

    public void Add(ProblemKind kind, int line, string words)
    {
        if (problems.Count < limit)
            problems.Add(new Problem(kind, line, words));
        else if (problems.Count == limit)
            problems.Add(
                new Problem(
                    ProblemKind.TooManyProblems,
                    line,
                    $"There are more than {limit} problems; the rest is not listed."
                )
            );
    }
}
