using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;

namespace Nabij.Modules.People.Knowing;

/// <summary>A line of <see cref="Retention"/> in words.</summary>
public static class RetentionWords
{
    private const int Year = 365;

    extension(Texts t)
    {
        /// <summary>'1 jaar nadat de vraag klaar is. Daarna blijft alleen het aantal.'</summary>
        public string UntilOf(RetentionLine line) =>
            $"{t[$"Kept.{line.Name}.Until", ("period", t.Period(line.Days ?? 0))]} {t[$"Kept.After.{line.After}"]}";

        /// <summary>'1 jaar', '90 dagen'.</summary>
        public string Period(int days) => days % Year == 0 ? t.Count("Kept.Years", days / Year) : t.Count("Kept.Days", days);
    }
}
