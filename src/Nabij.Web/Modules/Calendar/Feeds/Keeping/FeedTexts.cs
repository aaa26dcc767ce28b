using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Feeds.Keeping;

/// <summary>How it stands with a feed, in words.</summary>
internal static class FeedTexts
{
    extension(Texts t)
    {
        public string LastRead(Feed feed, Instant now) => feed.WorkedAt is { } at ? t.Ago(at, now) : t["Calendar.Feed.NotYet"];

        /// <summary>'vandaag, 9.30 uur'</summary>
        public string Ago(Instant at, Instant now) =>
            at.InZone(DutchTime.Zone) is var local ? $"{t.DaySeenFrom(local.Date, now)}, {t.Time(local.TimeOfDay)}" : "";

        /// <summary>'3 nieuw, 2 veranderd', or that nothing changed.</summary>
        public string WhatCame(FeedFetch fetch) =>
            fetch.Outcome switch
            {
                FetchOutcome.Failed => t[fetch.Trouble!.Value],
                FetchOutcome.AsBefore => t["Calendar.Feed.AsBefore"],
                _ => string.Join(", ", t.Counts(fetch)) is { Length: > 0 } counts ? counts : t["Calendar.Feed.AsBefore"],
            };

        private IEnumerable<string> Counts(FeedFetch fetch) =>
            new[]
            {
                ("Calendar.Feed.Added", fetch.Added),
                ("Calendar.Feed.Changed", fetch.Changed),
                ("Calendar.Feed.Gone", fetch.Gone),
                ("Calendar.Feed.Off", fetch.Cancelled),
            }
                .Where(c => c.Item2 > 0)
                .Select(c => t[c.Item1, ("n", c.Item2)]);

        /// <summary>'Geen plaats. Regel 4, 10.'</summary>
        public string Finding(FeedFinding finding) =>
            finding.Lines.Length == 0
                ? t[finding.Fault]
                : string.Join(' ', t[finding.Fault], t[finding.Lines.Contains(',', StringComparison.Ordinal) ? "Calendar.Feed.Lines" : "Calendar.Feed.Line", ("lines", finding.Lines)]);
    }
}
