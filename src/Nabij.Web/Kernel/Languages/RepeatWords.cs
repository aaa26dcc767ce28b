using Nabij.Kernel.Time;

namespace Nabij.Kernel.Languages;

/// <summary>A repeat as people say it: 'elke eerste dinsdag van de maand, niet in de schoolvakanties'.</summary>
public static class RepeatWords
{
    extension(Texts t)
    {
        public string Repeat(Repeat repeat) =>
            Exception(repeat) is { } key ? string.Join(", ", t.Rhythm(repeat), t[key]) : t.Rhythm(repeat);

        /// <summary>'de kerstvakantie', 'Koningsdag'</summary>
        public string Reason(LeftOut leftOut) => leftOut.Feast is { } feast ? t[feast] : t[leftOut.Holiday!.Value];

        private string Rhythm(Repeat repeat) => t[$"RepeatEvery.{repeat.Every}", ("weekday", t.Weekday(repeat.Weekday))];
    }

    private static string? Exception(Repeat repeat) =>
        (repeat.NotInSchoolHolidaysOf is not null, repeat.NotOnPublicHolidays) switch
        {
            (false, false) => null,
            (true, false) => "Repeat.NotInSchoolHolidays",
            (false, true) => "Repeat.NotOnPublicHolidays",
            (true, true) => "Repeat.NotInHolidays",
        };
}
