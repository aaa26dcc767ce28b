using System.Text;

namespace Nabij.Tests.Modules.People.Importing;

/// <summary>A list as an association keeps it for twenty years: half of it is wrong in some way, and it knows in which.</summary>
internal sealed class MessyList
{
    private static readonly string[] Years = ["1941", "3-5-1941", "03/05/41", "1941-05-03", "15099", ""];

    private readonly Random dice;
    private int twice;
    private readonly StringBuilder text = new("Voornaam;Achternaam;Geb.datum;E-mail;Telefoon;Opmerkingen\r\n");

    public MessyList(int seed, int rows)
    {
        dice = new(seed);
        for (var row = 0; row < rows; row++)
            text.Append(Row(row)).Append("\r\n");
    }

    public int Empty { get; private set; }
    public int Faulty { get; private set; }
    public int Doubles { get; private set; }

    public byte[] AsWindows1252() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text.ToString());

    private string Row(int n) =>
        dice.Next(12) switch
        {
            0 => Wrong($"=cmd|'/c calc'!A{n};Coppé;1941;{Mail(n)};;"),
            1 => Wrong($"{Given(n)};;1941;{Mail(n)};;"),
            2 => Wrong($"{Given(n)};{Family(n)};1841;{Mail(n)};;"),
            3 => Wrong($"{Given(n)};{Family(n)};1941;geen mail;;"),
            4 => Wrong($"{Given(n)};{Family(n)};1941;{Mail(n)};weet ik niet;"),
            5 => Nothing(),
            6 when n > 0 => Twice(n),
            _ => $"  {Given(n)} ;\"{Family(n)}\";{Years[dice.Next(Years.Length)]};{Mail(n)};;\"=1+1; @SUM(A1)\"",
        };

    private string Wrong(string row)
    {
        Faulty++;
        return row;
    }

    private string Nothing()
    {
        Empty++;
        return ";;;;;";
    }

    /// <summary>Everybody of these has the one mail address of the secretary.</summary>
    private string Twice(int n)
    {
        Doubles += twice++ == 0 ? 0 : 1; // the first of them is taken
        return $"{Given(-n)};{Family(-n)};;eerste@voorbeeld.nl;;";
    }

    // as it sounds, no two are alike: letters for the digits of the row
    private static string Given(int n) => $"{(n < 0 ? "Ommo" : "Anna")}{Letters(Math.Abs(n))}";

    private static string Family(int n) => $"Coppé{Letters(Math.Abs(n))}";

    private static string Mail(int n) => $"lid{n}@voorbeeld.nl";

    private static string Letters(int n) => string.Concat($"{n:0000}".Select(d => "bdfgklmnpr"[d - '0'] + "a"));
}
