using Nabij.Kernel;

namespace Nabij.Modules.HelpRequests.Domain;

public sealed record NoSuchRequest : Refusal;

public sealed record OwnRequest : Refusal;

/// <summary>Somebody else was first.</summary>
public sealed record AlreadyClaimed : Refusal;

/// <summary>It was withdrawn, has expired or is done.</summary>
public sealed record NoLongerAsked : Refusal;

/// <summary>The kind of help asks a car, a VOG or a language that this neighbour did not tell us of.</summary>
public sealed record LacksWhatIsNeeded : Refusal;

public sealed record NotPossibleNow : Refusal;

public sealed record TitleMissing : Refusal;

public sealed record TitleTooLong : Refusal;

public sealed record DetailsTooLong : Refusal;

public sealed record MinutesOutOfRange : Refusal;

public sealed record ConsentMissing : Refusal;

public sealed record DayMissing : Refusal;

public sealed record DayIsPast : Refusal;

public sealed record DayTooFarAway : Refusal;

public sealed record LastDayMissing : Refusal;

public sealed record LastDayBeforeFirst : Refusal;

public sealed record NoDayOfThisHelp : Refusal;

public sealed record NeighbourUnknown : Refusal;

public sealed record AlreadyCovered : Refusal;

public sealed record OrganisationUnknown : Refusal;
