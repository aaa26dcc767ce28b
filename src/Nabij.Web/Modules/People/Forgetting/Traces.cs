using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Forgetting;

/// <summary>By what somebody would still be recognised in the words of others: their name in full, numbers and mail address.</summary>
public sealed class Traces
{
    private const string Blackened = "…";
    private readonly Regex? any;

    private Traces(IEnumerable<string> traces)
    {
        // words that are filled into a message are kept as JSON, in which '+' and 'é' are written otherwise
        var written = traces.SelectMany(t => new[] { t, JavaScriptEncoder.Default.Encode(t) }).Distinct(StringComparer.Ordinal).ToList();
        if (written.Count > 0)
            any = new($@"(?<![\p{{L}}\d])({string.Join('|', written.Select(Regex.Escape))})(?![\p{{L}}\d])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }

    /// <param name="person">Who is to be forgotten.</param>
    /// <param name="hasNamesake">Somebody else here has the same name: then the name says nothing, and stays.</param>
    public static Traces Of(Person person, bool hasNamesake) =>
        new(
            new[]
            {
                hasNamesake || person.FamilyName.Length == 0 ? null : person.FullName,
                person.MailAddress,
                person.MobileNumber,
                person.PhoneNumber,
                Written(person.MobileNumber),
                Written(person.PhoneNumber),
            }.OfType<string>()
        );

    /// <summary>The text without them; null when there is none in it.</summary>
    public string? Blacken(string text) => any?.IsMatch(text) == true ? any.Replace(text, Blackened) : null;

    private static string? Written(string? number) => number is null ? null : PhoneNumber.Written(number);
}
