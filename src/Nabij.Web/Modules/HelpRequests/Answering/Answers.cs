namespace Nabij.Modules.HelpRequests.Answering;

/// <summary>What people can answer; each has its word in the texts of the message.</summary>
public static class Answers
{
    public const string DoIt = nameof(DoIt);
    public const string NotNow = nameof(NotNow);
    public const string NeverThis = nameof(NeverThis);
    public const string Worked = nameof(Worked);
    public const string DidNotWork = nameof(DidNotWork);
    public const string Release = nameof(Release);

    public static readonly IReadOnlyList<string> ToQuestion = [DoIt, NotNow, NeverThis];
    public static readonly IReadOnlyList<string> OfOrganisation = [DoIt, NotNow];
    public static readonly IReadOnlyList<string> Afterwards = [Worked, DidNotWork];
    public static readonly IReadOnlyList<string> OfHelper = [Release];
}
