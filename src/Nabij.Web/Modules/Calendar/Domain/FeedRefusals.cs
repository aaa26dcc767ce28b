using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

public sealed record NoSuchFeed : Refusal;

public sealed record FeedNeedsOrganisation : Refusal;

public sealed record NoWebAddress : Refusal;

/// <summary>It could not be fetched, or is no calendar.</summary>
public sealed record FeedCannotBeRead(FeedTrouble Trouble) : Refusal;

/// <summary>This organisation's calendar is read from that address already.</summary>
public sealed record FeedIsKnown : Refusal;

public sealed record FileIsNoCalendar : Refusal;

public sealed record FeedFileTooLarge : Refusal;

public sealed record FeedCannotNow : Refusal;
