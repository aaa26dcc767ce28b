namespace Nabij.Modules.Calendar.Domain;

/// <summary>What people call things, and what one does there; a first guess, for whoever adds a feed to put right.</summary>
public static class ThemeWords
{
    private static readonly (Theme Theme, string[] Stems)[] All =
    [
        (Theme.Eat, ["eten", "eet", "soep", "maaltijd", "koken", "lunch", "diner", "ontbijt", "keuken"]),
        (Theme.Move, ["beweg", "sport", "gym", "wandel", "fiets", "koersbal", "yoga", "dans", "linedance", "zwem", "tuin", "biljart", "jeu de boules", "fit"]),
        (Theme.Make, ["creatief", "brei", "naai", "quilt", "schilder", "zing", "koor", "muziek", "repair", "knutsel", "hand", "atelier", "toneel"]),
        (Theme.Advice, ["advies", "spreekuur", "les", "cursus", "hulp bij", "hulp met", "taal", "computer", "telefoon", "formulier", "lezing", "voorlichting", "mantelzorg", "alzheimer", "bloed"]),
    ];

    public static Theme Guess(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            foreach (var (theme, stems) in All)
            {
                if (stems.Any(stem => Begins(word, stem)))
                    return theme;
            }
        }
        return Theme.Meet;
    }

    /// <summary>Whether a word in the text begins with the stem: 'wandel' in 'Samen wandelen', not 'les' in 'bowlesavond'.</summary>
    private static bool Begins(string text, string stem)
    {
        for (var at = text.IndexOf(stem, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return true;
        }
        return false;
    }
}
