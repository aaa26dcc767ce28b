using System.Text;

namespace Nabij.Kernel.Ui.Theming;

/// <summary>A palette as a style sheet of custom properties, and nothing but custom properties.</summary>
public static class ThemeCss
{
    /// <summary>What a community sets on top of the shared sheet: its brand, its accent, its paper.</summary>
    public static string For(ThemeChoice theme)
    {
        var palette = Palette.Of(theme);
        return Sheet(Palette.OwnTokens.Select(token => (token, palette[token].Hex)));
    }

    /// <summary>
    /// The colours bundled in app.css (Frontend/css/palette.css is this text): the theme 'basis', the roles that never
    /// differ, and the roles that follow another one.
    /// </summary>
    public static string Shared()
    {
        var palette = Palette.Of(ThemeChoice.Basis);
        return Sheet(
            Palette
                .OwnTokens.Concat(Palette.SharedTokens)
                .Select(token => (token, palette[token].Hex))
                .Concat(Palette.AliasTokens.Select(alias => (alias.Token, $"var({alias.SameAs})")))
                .Append((Palette.Prefix + "transparent", "transparent"))
        );
    }

    private static string Sheet(IEnumerable<(string Token, string Value)> lines)
    {
        var css = new StringBuilder(":root {\n");
        foreach (var (token, value) in lines)
            css.Append("  ").Append(token).Append(": ").Append(value).Append(";\n");
        return css.Append("}\n").ToString();
    }
}
