namespace Nabij.Modules.Calendar.Domain;

/// <summary>What a feed does wrong. The first are those of <see cref="Algorithms.ICalendar.ProblemKind"/>, by the same names.</summary>
public enum FeedFault
{
    NotACalendar,
    UnreadableLine,
    NotUtf8,
    BrokenNesting,
    MissingUid,
    MissingStart,
    UnreadableValue,
    EndBeforeStart,
    UnknownZone,
    UnusableZone,
    MisplacedRulePart,
    UnsupportedRule,
    FileTooLarge,
    LineTooLong,
    TooManyEvents,
    NestedTooDeep,
    TooManyRules,
    TooManyDates,
    TooManyZones,
    TooManyProblems,
    TooManyOccurrences,
    TooMuchCounting,

    /// <summary>No title; it is left out.</summary>
    MissingTitle,

    /// <summary>Tags or signs in the title that do not belong there; they were taken off.</summary>
    UncleanTitle,

    /// <summary>Private or confidential; it is left out.</summary>
    PrivateEvent,

    /// <summary>'Bezet': when somebody has no time is no activity.</summary>
    OnlyBusyTime,

    /// <summary>Not certain yet; it is taken over when it is.</summary>
    NotCertain,

    /// <summary>No place; people do not know where to go.</summary>
    MissingPlace,

    /// <summary>No end; it is taken to last an hour.</summary>
    MissingEnd,

    /// <summary>The same UID on different activities; the title tells them apart.</summary>
    SharedUid,

    /// <summary>More dates than are taken over; the activity is left out.</summary>
    TooManyRepeats,

    /// <summary>A web page without data about activities.</summary>
    NoEventData,

    /// <summary>Data in a page that cannot be read.</summary>
    UnreadableData,
}
