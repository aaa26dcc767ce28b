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
