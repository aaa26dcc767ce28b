using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.Rooms.Contracts;
using NodaTime;

namespace Nabij.Modules.Rooms.Domain;

/// <summary>
/// Somebody wants a room, on one date or on several. From the moment it is asked, the quarters of an hour are taken: the database
/// holds each of them for one booking only. Each change of state is a line of <see cref="AllowedChanges"/>.
/// </summary>
public sealed class Booking
{
    public const int MaxPurposeLength = 120;
    public const int MaxDates = 60;
    private const string ForgottenPurpose = "–";

    private readonly List<BookedDate> dates = [];

    private Booking() { }

    public Booking(BookingId id, Room room, RoomOccasion occasion, Booker booker, IReadOnlyList<Slot> slots, Instant now)
    {
        Id = id;
        (Room, Purpose, Use, People) = (room.Id, occasion.Purpose.Trim(), occasion.Use, occasion.People);
        (BookedFor, Organisation, AskedBy, AskedAt) = (booker.For, booker.Organisation, booker.AskedBy, now);
        dates.AddRange(slots.Select(slot => new BookedDate(Id, room.Id, slot)));
        Begin(room.GoesByItself ? BookingState.Confirmed : BookingState.Asked, now);
    }

    public BookingId Id { get; private init; }
    public RoomId Room { get; private init; }

    /// <summary>The booking of which this holds the dates for which another room was chosen.</summary>
    public BookingId? PartOf { get; init; }

    /// <summary>How often it comes round, as it was asked; null is once.</summary>
    public RepeatEvery? Every { get; init; }
    public bool NotInSchoolHolidays { get; init; }
    public bool NotOnPublicHolidays { get; init; }
    public PersonId BookedFor { get; private init; }
    public OrganisationId? Organisation { get; private init; }
    public PersonId AskedBy { get; private init; }
    public Instant AskedAt { get; private init; }
    public string Purpose { get; private set; } = "";
    public RoomUse Use { get; private init; }
    public int People { get; private init; }

    public BookingState State { get; private set; }
    public Instant StateSince { get; private set; }

    /// <summary>Text key of why it is in this state.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When the next thing happens by itself.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>Since when the owner has been silent so long that the desk phones.</summary>
    public Instant? PhonedSince { get; private set; }

    /// <summary>Text key of what went wrong and is not settled yet: the owner took it back, or the room was not left clean.</summary>
    public string? Trouble { get; private set; }

    public Instant? ForgottenAt { get; private set; }

    public IReadOnlyList<BookedDate> Dates => dates;
    public IEnumerable<BookedDate> Held => dates.Where(d => d.State == BookedDateState.Held).OrderBy(d => d.Date).ThenBy(d => d.From);
    public bool IsOpen => !AllowedChanges.IsEnd(State);
    public bool IsSeries => dates.Count > 1;

    /// <summary>The owner has nobody who can be asked by a message: the desk phones at once.</summary>
    public void NobodyToAsk(Instant now) => (PhonedSince, DueAt) = (now, now);

    public Refusal? Confirm(Instant now) => Become(BookingState.Confirmed, now);

    public Refusal? Decline(Instant now) => End(BookingState.Declined, BookedDateState.Declined, now);

    /// <summary>Who has it, no longer needs it on any date.</summary>
    public Refusal? Cancel(Instant now) => End(BookingState.Cancelled, BookedDateState.Cancelled, now);

    /// <summary>Who has it, no longer needs it on this date; with the last date all of it ends.</summary>
    public Refusal? CancelOn(Guid date, LocalDate today, Instant now)
    {
        if (!IsOpen || DateThatIsToCome(date, today) is not { } booked)
            return new RoomBookingChanged();
        booked.Free(BookedDateState.Cancelled);
        return Held.Any() ? null : Become(BookingState.Cancelled, now);
    }

    /// <summary>The owner needs the room on these dates after all, and says so in time. What was held before stays told.</summary>
    public Refusal? TakeBack(IReadOnlyCollection<Guid> which, int noticeDays, LocalDate today, Instant now)
    {
        var taken = which.Select(id => DateThatIsToCome(id, today)).ToList();
        if (State != BookingState.Confirmed || taken.Count == 0 || taken.Contains(null))
            return new RoomBookingChanged();
        if (taken.Exists(d => d!.Date < today.PlusDays(noticeDays)))
            return new RoomOwnerTooLate();
        taken.ForEach(d => d!.Free(BookedDateState.TakenBack));
        Trouble = "Rooms.FollowUp.FindAnother";
        return Held.Any(d => d.Date >= today) ? null : Become(BookingState.TakenBack, now);
    }

    /// <summary>The owner said nothing for two days: from now on the desk phones.</summary>
    public bool PhoneOwner(Instant now)
    {
        if (State != BookingState.Asked || PhonedSince is not null || DueAt > now)
            return false;
        PhonedSince = now;
        DueAt = Instant.Min(WakingHours.Usual.After(now, BookingTimes.ForPhoning), FirstStart);
        return true;
    }

    /// <summary>The first date came and nobody said yes; says whether that was so.</summary>
    public bool Expire(Instant now) =>
        State == BookingState.Asked && FirstStart <= now && End(BookingState.Expired, BookedDateState.Declined, now) is null;

    /// <summary>All dates are past; says whether they are.</summary>
    public bool EndAfter(LocalDate today, Instant now) =>
        State == BookingState.Confirmed && !Held.Any(d => d.Date >= today) && Become(BookingState.Ended, now) is null;

    /// <summary>The owner says how the room was left.</summary>
    public Refusal? LeftBehind(Guid date, bool clean)
    {
        if (dates.Find(d => d.Id.Value == date) is not { } booked)
            return new RoomBookingChanged();
        booked.LeftBehind(clean);
        if (!clean)
            Trouble = "Rooms.FollowUp.NotClean";
        return null;
    }

    public void Settle() => Trouble = null;

    /// <summary>Its time has come, or the person is forgotten: what is left is that the room was somebody's.</summary>
    public void Forget(Instant now) => (Purpose, ForgottenAt) = (ForgottenPurpose, ForgottenAt ?? now);

    /// <summary>Whether the owner is asked how the room was left on this date: the first time and the last, not each week.</summary>
    public bool AsksAfter(BookedDate date) => date == Held.FirstOrDefault() || date == Held.LastOrDefault();

    private Instant FirstStart => Held.Select(d => d.Date.InstantAt(d.From)).DefaultIfEmpty(AskedAt).First();

    private BookedDate? DateThatIsToCome(Guid id, LocalDate today) =>
        dates.Find(d => d.Id.Value == id && d.State == BookedDateState.Held && d.Date >= today);

    private RoomBookingChanged? End(BookingState state, BookedDateState dates, Instant now)
    {
        if (Become(state, now) is { } refusal)
            return refusal;
        foreach (var date in Held.Where(d => d.Date >= now.TodayAt()).ToList())
            date.Free(dates);
        return null;
    }

    private void Begin(BookingState state, Instant now)
    {
        (State, StateSince) = (state, now);
        Reason = state == BookingState.Confirmed ? "RoomChange.WentByItself" : "RoomChange.Asked";
        DueAt = BookingTimes.DueAt(this, now);
    }

    private RoomBookingChanged? Become(BookingState next, Instant now)
    {
        if (AllowedChanges.Find(State, next) is not { } change)
            return new RoomBookingChanged();
        (State, StateSince, Reason) = (next, now, change.Reason);
        DueAt = BookingTimes.DueAt(this, now);
        return null;
    }
}

/// <summary>Who gets the room, and who asked for it: themselves, or the desk with the telephone in hand.</summary>
public sealed record Booker(PersonId For, OrganisationId? Organisation, PersonId AskedBy);
