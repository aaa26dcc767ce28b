namespace Nabij.Modules.People.Contracts;

/// <summary>A mail address as it is kept: lower case, one @, a dot behind it, no spaces or brackets.</summary>
public static class MailAddress
{
    public const int MaxLength = 254;

    /// <summary>The address as it is kept, or null when this is no mail address.</summary>
    public static string? Read(string typed)
    {
        var mail = typed.Trim().ToLowerInvariant();
        return mail.Length <= MaxLength && mail.Split('@') is [{ Length: > 0 } box, var host] && IsBox(box) && IsHost(host)
            ? mail
            : null;
    }

    private static bool IsBox(string box) =>
        box.All(c => char.IsLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c, StringComparison.Ordinal));

    private static bool IsHost(string host) =>
        host.Split('.') is { Length: > 1 } parts
        && parts.All(part => part.Length > 0 && part.All(c => char.IsLetterOrDigit(c) || c == '-'));
}
