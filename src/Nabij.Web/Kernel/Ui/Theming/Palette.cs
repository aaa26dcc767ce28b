namespace Nabij.Kernel.Ui.Theming;

/// <summary>Every colour of a theme by its token, as in '--basis-color-accent-1-bg-default'.</summary>
public sealed class Palette
{
    internal const string Prefix = "--basis-color-";

    /// <summary>Roles that mean the same everywhere: a warning is not green in one town and red in another.</summary>
    private static readonly (string Role, Tint Tint)[] SharedRoles =
    [
        ("accent-3", new(255, .09)),
        ("positive", new(152, .10)),
        ("negative", new(27, .15)),
        ("warning", new(72, .11)),
        ("info", new(245, .09)),
        ("highlight", new(92, .13)),
    ];

    private static readonly string[] OwnRoles = ["default", "accent-1", "accent-2"];

    private static readonly (string Role, string SameAs)[] Aliases =
    [
        ("action-1", "accent-1"),
        ("action-2", "accent-1"),
        ("selected", "accent-1"),
        ("disabled", "default"),
    ];

    private static readonly string SoftText = Token("default", "color-subtle");

    /// <summary>Soft text has little to spare, and also lies on grounds of another hue than its own.</summary>
    private static readonly string[] SoftGrounds =
    [
        Token("default", "bg-default"),
        Token("accent-1", "bg-default"),
        Token("accent-2", "bg-subtle"),
    ];

    private readonly Dictionary<string, Rgb> colours = new(StringComparer.Ordinal);

    private Palette(ThemeChoice theme)
    {
        Put("default", RoleSteps.Neutral(theme.Paper));
        Put("accent-1", RoleSteps.Of(theme.Brand));
        Put("accent-2", RoleSteps.Of(theme.Accent));
        colours[SoftText] = SoftGrounds.Aggregate(colours[SoftText], ReadableOn);
        foreach (var (role, tint) in SharedRoles)
            Put(role, RoleSteps.Of(tint));
        foreach (var (role, sameAs) in Aliases)
        {
            foreach (var step in RoleSteps.Names)
                colours[Token(role, step)] = colours[Token(sameAs, step)];
        }
    }

    public IReadOnlyDictionary<string, Rgb> Colours => colours;

    public Rgb this[string token] => colours[token];

    public static Palette Of(ThemeChoice theme) => new(theme);

    internal static string Token(string role, string step) => $"{Prefix}{role}-{step}";

    /// <summary>The tokens in which one community's theme differs from another's.</summary>
    internal static IEnumerable<string> OwnTokens => TokensOf(OwnRoles);

    internal static IEnumerable<string> SharedTokens => TokensOf(SharedRoles.Select(shared => shared.Role));

    internal static IEnumerable<(string Token, string SameAs)> AliasTokens =>
        from alias in Aliases
        from step in RoleSteps.Names
        select (Token(alias.Role, step), Token(alias.SameAs, step));

    private static IEnumerable<string> TokensOf(IEnumerable<string> roles) =>
        roles.SelectMany(role => RoleSteps.Names.Select(step => Token(role, step)));

    private Rgb ReadableOn(Rgb text, string ground) => Contrast.DarkerUntil(text, colours[ground], ratio: 7) ?? text;

    private void Put(string role, Dictionary<string, Rgb> steps)
    {
        foreach (var (step, colour) in steps)
            colours[Token(role, step)] = colour;
    }
}
