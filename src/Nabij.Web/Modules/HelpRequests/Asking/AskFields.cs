using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui.Forms;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>The answers that can be chosen, in words.</summary>
public static class AskFields
{
    private static readonly int[] Lengths = [15, 30, 60, 120, 240];

    /// <summary>In the order in which they are asked for most; a meal and a walk have their own word for helpers only.</summary>
    private static readonly (HelpKind Kind, string Icon)[] Kinds =
    [
        (HelpKind.Groceries, "shopping-bag"),
        (HelpKind.Transport, "car"),
        (HelpKind.Chore, "bulb"),
        (HelpKind.Company, "coffee"),
        (HelpKind.LettersAndComputer, "mail-opened"),
        (HelpKind.Meal, "soup"),
        (HelpKind.Walk, "walk"),
        (HelpKind.Other, "dots-circle-horizontal"),
    ];

    extension(Texts t)
    {
        public IReadOnlyList<Choice> KindChoices() =>
            [.. Kinds.Select(k => new Choice(k.Kind.ToString(), t[k.Kind], t[$"HelpRequests.Kind.{k.Kind}"], k.Icon))];

        public IReadOnlyList<SelectOption> KindOptions() => [.. Kinds.Select(k => new SelectOption(k.Kind.ToString(), t[k.Kind]))];

        public IReadOnlyList<SelectOption> LengthOptions() =>
            [.. Lengths.Select(m => new SelectOption(m.ToString(CultureInfo.InvariantCulture), t.HowLongAbout(m)))];

        public IReadOnlyList<Choice> RhythmChoices() =>
            [
                new(nameof(Rhythm.Weekly), t["HelpRequests.Rhythm.Weekly"], t["HelpRequests.Rhythm.Weekly.Hint"]),
                new(nameof(Rhythm.OnDate), t["HelpRequests.Rhythm.OnDate"], t["HelpRequests.Rhythm.OnDate.Hint"]),
                new(nameof(Rhythm.AsSoonAsItSuits), t["HelpRequests.Rhythm.Sometime"], t["HelpRequests.Rhythm.Sometime.Hint"]),
            ];

        public IReadOnlyList<SelectOption> DayPartOptions() =>
            [.. Enum.GetValues<DayPart>().Select(p => new SelectOption(p.ToString(), t[p]))];

        public IReadOnlyList<SelectOption> UrgencyOptions() =>
            [.. Enum.GetValues<Urgency>().Select(u => new SelectOption(u.ToString(), t[u]))];

        public IReadOnlyList<Choice> ReadersChoices() =>
            [
                new(nameof(Readers.CircleOnly), t[Readers.CircleOnly], t["HelpRequests.Readers.CircleOnly.Hint"], "lock"),
                new(nameof(Readers.District), t[Readers.District], t["HelpRequests.Readers.District.Hint"], "users-group"),
            ];

        /// <summary>'Zelf gevraagd' is for who asks for themselves, and no choice.</summary>
        public IReadOnlyList<Choice> ConsentChoices() =>
            [
                .. Enum.GetValues<ConsentHow>()
                    .Where(how => how != ConsentHow.AskedOneself)
                    .Select(how => new Choice(how.ToString(), t[how])),
            ];

        private string HowLongAbout(int minutes) =>
            minutes < 60 ? t["HelpRequests.AboutMinutes", ("minutes", minutes)] : t.Count("HelpRequests.AboutHours", minutes / 60);
    }
}
