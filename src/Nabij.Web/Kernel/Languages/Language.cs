namespace Nabij.Kernel.Languages;

/// <summary>The language of the screen: chosen with a link, remembered in a cookie that holds nothing else.</summary>
public static class Language
{
    public const string Cookie = "taal";
}
