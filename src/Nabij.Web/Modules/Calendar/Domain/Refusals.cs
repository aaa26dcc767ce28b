using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

public sealed record NoSuchActivity : Refusal;

public sealed record ActivityNeedsTitle : Refusal;

public sealed record ActivityTitleTooLong : Refusal;

public sealed record ActivityTextTooLong : Refusal;

public sealed record ActivityNeedsPlace : Refusal;

public sealed record ActivityPlaceTooLong : Refusal;

public sealed record CostOutOfRange : Refusal;

public sealed record ContactPhoneUnreadable : Refusal;

public sealed record LinkUnreadable : Refusal;

public sealed record SignUpOutOfRange : Refusal;

/// <summary>The times given lead to no date at all, or to too many.</summary>
public sealed record NoDatesThere : Refusal;

public sealed record DateIsOver : Refusal;

public sealed record ActivityIsCancelled : Refusal;

public sealed record ChangedMeanwhile : Refusal;

public sealed record DayOutOfReach : Refusal;

public sealed record DayUnreadable : Refusal;

public sealed record TimeUnreadable : Refusal;

public sealed record EndsBeforeItStarts : Refusal;

public sealed record HostMissing : Refusal;

/// <summary>It comes from a calendar that the organisation keeps elsewhere: it is changed there.</summary>
public sealed record KeptElsewhere : Refusal;

public sealed record VenueAddressUnknown : Refusal;

public sealed record NoSignUpNeeded : Refusal;

public sealed record SignUpIsClosed : Refusal;

public sealed record QuestionTooLong : Refusal;

public sealed record NotSignedUp : Refusal;

/// <summary>The place was kept until a moment that has passed, and went to another.</summary>
public sealed record PlaceIsGone : Refusal;

/// <summary>The organisation has no contact person: give the link by hand.</summary>
public sealed record NobodyToSendTo : Refusal;
