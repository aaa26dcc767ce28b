namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>Collects problems up to a limit.</summary>
internal sealed class ProblemList(int limit)
{
    private readonly List<Problem> problems = [];

    private const int Longest = 300;

    public IReadOnlyList<Problem> All => problems;

    public void Add(ProblemKind kind, int line, string words)
    {
        if (problems.Count < limit)
            problems.Add(new Problem(kind, line, Shortened(words)));
        else if (problems.Count == limit)
            problems.Add(
                new Problem(
                    ProblemKind.TooManyProblems,
                    line,
                    $"There are more than {limit} problems; the rest is not listed."
                )
            );
    }

    /// <summary>A title may be a megabyte; a sentence about it is not.</summary>
    public static string Shortened(string words) => words.Length <= Longest ? words : words[..Longest] + "….";
}
