using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Domain;
using NodaTime;

namespace Nabij.Modules.Rooms.Following;

/// <summary>Rooms in words: dates with their hours, prices, what a room has.</summary>
public static class Words
{
    /// <summary>More dates than this are told as the first, the last and how many.</summary>
    private const int Listed = 6;

    extension(Texts t)
    {
        /// <summary>'10.00 tot 11.30 uur'</summary>
        public string Hours(LocalTime from, LocalTime until) => t["Rooms.Hours", ("from", t.Clock(from)), ("until", t.Time(until))];

        /// <summary>'dinsdag 2 juni, 10.00 tot 11.30 uur'</summary>
        public string When(Slot slot) => $"{t.Day(slot.Date)}, {t.Hours(slot.From, slot.Until)}";

        public string Dates(IEnumerable<BookedDate> dates)
        {
            var slots = dates.Select(d => d.Slot).OrderBy(s => s.Date).ToList();
            return slots.Count > Listed
                ? t["Rooms.ManyDates", ("n", slots.Count), ("first", t.When(slots[0])), ("last", t.DayWithYear(slots[^1].Date))]
                : string.Join("; ", slots.Select(s => t.When(s)));
        }

        /// <summary>'45 minuten', '2 uur', '2 uur en 30 minuten'</summary>
        public string Length(int minutes) =>
            (minutes / 60, minutes % 60) switch
            {
                (0, var m) => t["Rooms.Minutes", ("n", m)],
                (var h, 0) => t["Rooms.WholeHours", ("n", h)],
                var (h, m) => t["Rooms.HoursAndMinutes", ("hours", h), ("minutes", m)],
            };

        /// <summary>'Gratis', '€ 12,50 per uur'</summary>
        public string Price(int centsPerHour) =>
            centsPerHour == 0 ? t["Rooms.Free"] : t["Rooms.PerHour", ("amount", t.Money(new Money(centsPerHour)))];

        public IReadOnlyList<string> Names(RoomAccess access) =>
            [.. Enum.GetValues<RoomAccess>().Where(a => a != RoomAccess.None && access.HasFlag(a)).Select(a => t[a])];

        public IReadOnlyList<string> Names(RoomUse uses) =>
            [.. Enum.GetValues<RoomUse>().Where(u => u != RoomUse.None && uses.HasFlag(u)).Select(u => t[u])];

        /// <summary>Why a date is not possible; a closed day with the owner's reason.</summary>
        public string Conflict(Refusal conflict) =>
            conflict is RoomIsClosed { Why.Length: > 0 } closed ? t["Rooms.ClosedBecause", ("why", closed.Why)] : t[conflict];
    }

    extension(Slot slot)
    {
        public Instant StartsAt => slot.Date.InstantAt(slot.From);

        public Instant EndsAt => slot.Date.InstantAt(slot.Until);
    }

    extension(Room room)
    {
        public int PriceOf(Slot slot) => room.CentsPerHour * slot.Minutes / 60;
    }
}
