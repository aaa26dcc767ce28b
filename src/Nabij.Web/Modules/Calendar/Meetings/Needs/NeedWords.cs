using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui.Forms;

namespace Nabij.Modules.Calendar.Meetings.Needs;

/// <summary>What people need, in words.</summary>
public static class NeedWords
{
    public static IReadOnlyList<MeetingNeeds> All { get; } = [.. Enum.GetValues<MeetingNeeds>().Where(n => n != MeetingNeeds.None)];

    extension(Texts t)
    {
        public IReadOnlyList<Choice> NeedChoices() => [.. All.Select(n => new Choice(n.ToString(), t[n]))];

        /// <summary>'Ringleiding, ander eten'</summary>
        public string NeedsInWords(MeetingNeeds needs) => string.Join(", ", All.Where(n => needs.HasFlag(n)).Select(n => t[n]));
    }

    /// <summary>What was ticked; what is not a need is not taken.</summary>
    public static MeetingNeeds Read(IEnumerable<string>? ticked) =>
        (ticked ?? []).Select(t => All.FirstOrDefault(n => n.ToString() == t)).Aggregate(MeetingNeeds.None, (all, one) => all | one);
}
