using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Hours;

/// <summary>What somebody did on a day, as it was typed.</summary>
public sealed class HoursForm
{
    /// <summary>Made when the form is shown, so that a form that is sent twice is written down once.</summary>
    public string? Id { get; set; } = Guid.CreateVersion7().ToString();
    public string? Day { get; set; }
    public string? Worked { get; set; }
    public string? What { get; set; }
    public string? Kilometres { get; set; }
    public string? Expenses { get; set; }

    public HoursId HoursId => Guid.TryParse(Id, out var id) ? new(id) : HoursId.New();

    public (WorkDone? Done, Refusal? Missing) Read() =>
        (Typed.Date(Day), Typed.Minutes(Worked), Typed.Number(Kilometres), Money.Read(Expenses)) switch
        {
            (null, _, _, _) => (null, new HoursNeedDay()),
            (_, null, _, _) => (null, new HoursUnlikely()),
            (_, _, null, _) => (null, new KilometresUnlikely()),
            (_, _, _, null) => (null, new AmountUnreadable()),
            ({ } day, { } minutes, { } kilometres, { } expenses) => (new(day, minutes, kilometres, expenses, What ?? ""), null),
        };

    public static string FieldOf(Refusal refusal) =>
        refusal switch
        {
            HoursNeedDay or HoursToCome or HoursTooLongAgo => "Hours.Day",
            HoursUnlikely or HoursNeeded => "Hours.Worked",
            KilometresUnlikely => "Hours.Kilometres",
            AmountUnreadable => "Hours.Expenses",
            _ => "Hours.What",
        };
}
