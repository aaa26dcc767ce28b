namespace Nabij.Algorithms.ICalendar;

/// <summary>What was wrong, so that a caller can choose its own words; the limits come last.</summary>
public enum ProblemKind
{
    /// <summary>No VCALENDAR was found in the bytes.</summary>
    NotACalendar,

    /// <summary>A line is not a property: no name, or no colon.</summary>
    UnreadableLine,

    /// <summary>Bytes that are not UTF-8; they were read as Windows-1252.</summary>
    NotUtf8,

    /// <summary>A component that begins or ends where it should not, or never ends.</summary>
    BrokenNesting,

    /// <summary>An event without UID; it is kept, but cannot be recognised in the next version of the feed.</summary>
    MissingUid,

    /// <summary>An event without a start that can be read; it is left out.</summary>
    MissingStart,

    /// <summary>A value that does not follow its grammar; the property is left out.</summary>
    UnreadableValue,

    /// <summary>The end lies before the start; the event is shown without a length.</summary>
    EndBeforeStart,

    /// <summary>A TZID that neither the file nor the zone database knows; its times are read as local times.</summary>
    UnknownZone,

    /// <summary>A VTIMEZONE without a usable observance.</summary>
    UnusableZone,

    /// <summary>A rule part that may not be used here; it is ignored.</summary>
    MisplacedRulePart,

    /// <summary>A rule that we do not follow; only the first occurrence and the listed dates are shown.</summary>
    UnsupportedRule,

    /// <summary>Limit: the file is larger than <see cref="ReadingLimits.Bytes"/>.</summary>
    FileTooLarge,

    /// <summary>Limit: a line is longer than <see cref="ReadingLimits.LineBytes"/>; it is left out.</summary>
    LineTooLong,

    /// <summary>Limit: more events than <see cref="ReadingLimits.Events"/>; the rest is left out.</summary>
    TooManyEvents,

    /// <summary>
    /// Limit: components nested deeper than <see cref="ReadingLimits.Depth"/>; the deeper ones are left out.
    /// </summary>
    NestedTooDeep,

    /// <summary>
    /// Limit: more rules on one event than <see cref="ReadingLimits.RulesPerEvent"/>; the rest is left out.
    /// </summary>
    TooManyRules,

    /// <summary>Limit: more listed dates on one event than <see cref="ReadingLimits.DatesPerEvent"/>.</summary>
    TooManyDates,

    /// <summary>Limit: more zones than <see cref="ReadingLimits.Zones"/>; times in the rest are local.</summary>
    TooManyZones,

    /// <summary>Limit: more problems than <see cref="ReadingLimits.Problems"/>; the rest is not listed.</summary>
    TooManyProblems,

    /// <summary>
    /// Limit: more occurrences than <see cref="ExpansionLimits.OccurrencesPerEvent"/> or all together allow.
    /// </summary>
    TooManyOccurrences,

    /// <summary>Limit: the rules asked for more counting than <see cref="ExpansionLimits.StepsPerEvent"/> or all together allow.</summary>
    TooMuchCounting,
}

/// <summary>Something a feed does wrong, in words that its editor can act on.</summary>
/// <param name="Kind">What was wrong.</param>
/// <param name="Line">The line in the file, from 1; 0 where the whole file is meant.</param>
/// <param name="Words">A sentence.</param>
public sealed record Problem(ProblemKind Kind, int Line, string Words);
