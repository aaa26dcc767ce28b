using Nabij.Kernel.Jobs;
using Nabij.Tests.Support;

namespace Nabij.Tests.Architecture;

public sealed class JobsOnOnePageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "architecture.md"));

    [Fact]
    public void Every_job_stands_on_the_page_of_jobs() =>
        Assert.Empty(
            typeof(ICommunityJob).Assembly.GetTypes()
                .Where(t => t.IsAssignableTo(typeof(ICommunityJob)) && !t.IsInterface)
                .Select(t => t.Name)
                .Where(job => !StandsOnThePage(job))
        );

    [Fact]
    public void A_job_that_does_not_stand_there_is_found() => Assert.False(StandsOnThePage("BakeBreadJob"));

    private static bool StandsOnThePage(string job) => Page.Contains($"| {job} |", StringComparison.Ordinal);
}
