namespace Nabij.Kernel;

/// <summary>What kind of help is asked, and what a helper likes to do: the same words on both sides.</summary>
public enum HelpKind
{
    Groceries,
    Transport,
    Chore,
    Company,
    LettersAndComputer,
    Meal,
    Walk,
    Other,
}
