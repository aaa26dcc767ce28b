using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Paper;

/// <summary>
/// What stands on paper of a week. Paper cannot be taken back: only what somebody confirmed, and goes on.
/// </summary>
public sealed class SheetLines(NabijDb db)
{
    private const int Most = 120;

    /// <summary>Of one buurt, or of the whole community (null).</summary>
    public async Task<IReadOnlyList<SheetLine>> OfAsync(string? buurt, LocalDate week, CancellationToken ct)
    {
        var sure = db.Activities.IgnoreAutoIncludes().Sure;
        if (buurt is not null)
            sure = sure.Where(a => a.Venue.Buurt == buurt);
        return await Lines(sure, week).Take(Most).AsNoTracking().ToListAsync(ct);
    }

    /// <summary>Of all buurten in which there is something to do.</summary>
    public async Task<ILookup<string, SheetLine>> ByBuurtAsync(LocalDate week, CancellationToken ct)
    {
        var somewhere = db.Activities.IgnoreAutoIncludes().Sure.Where(a => a.Venue.Buurt != "");
        var lines = await Lines(somewhere, week).AsNoTracking().ToListAsync(ct);
        return lines.GroupBy(l => l.Activity.Venue.Buurt, StringComparer.Ordinal).SelectMany(g => g.Take(Most)).ToLookup(l => l.Activity.Venue.Buurt, StringComparer.Ordinal);
    }

    /// <summary>Stands for all that these lines say: it changes when one of them does.</summary>
    public static string MarkOf(IEnumerable<SheetLine> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(Said)))));

    private static string Said(SheetLine line) =>
        FormattableString.Invariant(
            $"{line.Date.Id.Value:N}|{line.Date.StartsAt.ToUnixTimeSeconds()}|{line.Activity.Title}|{line.Activity.Venue.InWords}|{line.Activity.Cents}|{line.Activity.ContactPhone}"
        );

    private IQueryable<SheetLine> Lines(IQueryable<Activity> sure, LocalDate week) =>
        from date in db.ActivityDates.Between(week, week.PlusDays(WeekSheet.Days)).Where(d => d.State != DateState.Cancelled)
        join activity in sure on date.Activity equals activity.Id
        orderby date.Day, date.StartsAt, date.Id
        select new SheetLine { Date = date, Activity = activity };
}

/// <summary>One line: 'Dinsdag 10.00, Koffie-inloop, Wijkcentrum De Kade'.</summary>
public sealed class SheetLine
{
    public ActivityDate Date { get; init; } = null!;
    public Activity Activity { get; init; } = null!;
}
