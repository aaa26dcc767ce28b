using Nabij.Kernel;

namespace Nabij.Modules.Volunteers.Domain;

public sealed record NoSuchVolunteer : Refusal;

/// <summary>Somebody else was faster, or it went on meanwhile.</summary>
public sealed record VolunteerChangedMeanwhile : Refusal;

public sealed record VolunteerTextTooLong : Refusal;

public sealed record VolunteerIsNotActive : Refusal;

public sealed record VolunteerHasOtherShift : Refusal;

public sealed record VolunteerIsAway : Refusal;

public sealed record VolunteerNeeded : Refusal;

public sealed record MeetingIsPast : Refusal;

public sealed record MeetingNeedsPlace : Refusal;

public sealed record MeetingNeedsMoment : Refusal;

public sealed record NoSuchShift : Refusal;

public sealed record ShiftNotOpen : Refusal;

public sealed record ShiftIsPast : Refusal;

public sealed record ShiftChangedMeanwhile : Refusal;

public sealed record ShiftNeedsTitle : Refusal;

public sealed record ShiftNeedsPlace : Refusal;

public sealed record ShiftNeedsDay : Refusal;

public sealed record ShiftNeedsOwner : Refusal;

public sealed record ShiftEndsBeforeItBegins : Refusal;

public sealed record ShiftTooLong : Refusal;

public sealed record ShiftTimesAreWrong : Refusal;
