using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Paper;

/// <summary>The day in the address of a page to be printed; what makes no sense is left out.</summary>
internal static class PaperDay
{
    public static LocalDate? Read(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: { Year: > 2000 and < 2100 } day } ? day : null;
}
