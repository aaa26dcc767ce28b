using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Desk.Contracts;

/// <summary>Who answers, as people say it.</summary>
public static class OnDutyWords
{
    extension(Texts t)
    {
        /// <summary>'Aan de telefoon: Anja Visser, tot vandaag, 12.00 uur', or that nobody is and when somebody will be.</summary>
        public string OnDutyNow(OnDuty duty, IReadOnlyDictionary<PersonId, PersonCard> names) =>
            duty switch
            {
                { Who.Count: > 0, Change: { } until } => t["Desk.OnDuty", ("who", NamesOf(duty, names)), ("until", t.Moment(until))],
                { InHours: true } => t["Desk.OnDuty.Missing"],
                { Change: { } next } => t["Desk.OnDuty.Closed", ("next", t.Moment(next))],
                _ => t["Desk.OnDuty.ClosedThisWeek"],
            };
    }

    private static string NamesOf(OnDuty duty, IReadOnlyDictionary<PersonId, PersonCard> names) =>
        string.Join(", ", duty.Who.Select(w => names.GetValueOrDefault(w)?.FullName).OfType<string>());
}
