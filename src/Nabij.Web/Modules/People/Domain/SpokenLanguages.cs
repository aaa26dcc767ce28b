namespace Nabij.Modules.People.Domain;

/// <summary>The languages in which helpers say they can talk; codes as ISO 639 has them.</summary>
public static class SpokenLanguages
{
    public const string Dutch = "nl";

    public static readonly IReadOnlyList<string> All = [Dutch, "en", "tr", "ar", "zgh", "uk", "pl", "de", "fr", "es", "pap", "srn"];
}
