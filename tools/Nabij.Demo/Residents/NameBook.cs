using System.Text.Json;
using System.Text.Json.Serialization;
using Nabij.Demo.Towns;

namespace Nabij.Demo.Residents;

/// <summary>Given names by the time in which people were born, and family names.</summary>
public sealed record NameBook(
    [property: JsonPropertyName("born_before_1960_f")] string[] WomenBefore1960,
    [property: JsonPropertyName("born_before_1960_m")] string[] MenBefore1960,
    [property: JsonPropertyName("born_1960_1990")] string[] Until1990,
    [property: JsonPropertyName("born_after_1990")] string[] After1990,
    [property: JsonPropertyName("surnames")] string[] FamilyNames
)
{
    public static NameBook Read()
    {
        using var file = DataFile.Open("names_demo_own.json");
        return JsonSerializer.Deserialize<NameBook>(file)!; // embedded with the program
    }

    public string[] BornIn(int year, bool woman) =>
        year switch
        {
            < 1960 => woman ? WomenBefore1960 : MenBefore1960,
            <= 1990 => Until1990,
            _ => After1990,
        };
}
