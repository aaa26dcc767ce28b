namespace Nabij.Modules.Accounts.SigningIn;

/// <summary>Where to go after signing in: a page of ours, never an address elsewhere.</summary>
public static class ReturnPath
{
    private const int MaxLength = 400;

    /// <summary>The path within our own site, or null.</summary>
    public static string? Read(string? asked) =>
        asked is { Length: <= MaxLength } and ['/', .. var rest]
        && rest is not ['/' or '\\', ..]
        && !asked.Any(char.IsControl)
        && !asked.Contains('\\', StringComparison.Ordinal)
            ? asked
            : null;
}
