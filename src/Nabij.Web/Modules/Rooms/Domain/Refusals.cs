using Nabij.Kernel;

namespace Nabij.Modules.Rooms.Domain;

public sealed record RoomNeedsName : Refusal;

public sealed record RoomNeedsPlace : Refusal;

public sealed record RoomNeedsSize : Refusal;

public sealed record RoomNeedsPrice : Refusal;

public sealed record RoomTextTooLong : Refusal;

public sealed record RoomNeedsHours : Refusal;

public sealed record RoomHoursAreWrong : Refusal;

public sealed record RoomNeedsUse : Refusal;

public sealed record RoomDaysAreWrong : Refusal;

public sealed record RoomNeedsOwner : Refusal;

/// <summary>The number or mail address that was typed is nobody's whom we know.</summary>
public sealed record RoomPersonUnknown : Refusal;

public sealed record RoomClosureEndsBeforeItBegins : Refusal;

/// <summary>There are bookings in these days: they are to be taken back first.</summary>
public sealed record RoomClosureHasBookings : Refusal;

public sealed record NoSuchRoom : Refusal;

public sealed record RoomNoLongerLent : Refusal;

public sealed record RoomPurposeMissing : Refusal;

public sealed record RoomTimesAreWrong : Refusal;

public sealed record RoomNotThatLong : Refusal;

public sealed record RoomTooSmall : Refusal;

public sealed record RoomNotForThis : Refusal;

public sealed record RoomForOrganisationsOnly : Refusal;

public sealed record RoomDateIsPast : Refusal;

public sealed record RoomAskedTooLate : Refusal;

public sealed record RoomClosedOnPublicHoliday : Refusal;

public sealed record RoomClosedInSchoolHoliday : Refusal;

public sealed record RoomNotOpenThen : Refusal;

public sealed record RoomOutsideHours : Refusal;

/// <summary>Somebody else has it then, or was faster.</summary>
public sealed record RoomTakenThen : Refusal;

public sealed record RoomHadOftenEnough : Refusal;

public sealed record RoomDateMissing : Refusal;

public sealed record RoomSeriesTooLong : Refusal;

/// <summary>The school holidays are not known that far ahead, or not of this municipality.</summary>
public sealed record RoomHolidaysUnknown : Refusal;

/// <summary>A date with something in its way was given no choice.</summary>
public sealed record RoomConflictsLeft : Refusal;

public sealed record RoomNoDatesLeft : Refusal;

public sealed record NoSuchBooking : Refusal;

public sealed record RoomBookingChanged : Refusal;

public sealed record RoomOwnerTooLate : Refusal;

/// <summary>The owner needs the room on these days, or it is painted.</summary>
public sealed record RoomIsClosed(string Why) : Refusal;
