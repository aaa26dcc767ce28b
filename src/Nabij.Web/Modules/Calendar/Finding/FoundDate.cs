using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Places.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Finding;

/// <summary>One date in the list, with what one wants to know at a glance.</summary>
public sealed record FoundDate(
    ActivityDate Date,
    string Title,
    Theme Theme,
    Venue Venue,
    int? Cents,
    string CostWords,
    AccessFacts Access,
    string Pace,
    SignUpTerms SignUp,
    Freshness Freshness,
    IReadOnlyList<OrganisationId> Hosts,
    int? MinutesOnFoot
)
{
    public string Path => $"agenda/{Date.Activity.Value}/{Date.Id.Value}";

    /// <summary>Null when there is room for everybody.</summary>
    public int? SeatsLeft => SignUp is { Wanted: true, Capacity: { } capacity } ? Math.Max(0, capacity - Date.SeatsTaken) : null;
}

internal sealed class FoundRow
{
    public ActivityDate Date { get; init; } = null!;
    public string Title { get; init; } = "";
    public Theme Theme { get; init; }
    public Venue Venue { get; init; } = null!;
    public int? Cents { get; init; }
    public string CostWords { get; init; } = "";
    public AccessFacts Access { get; init; }
    public string Pace { get; init; } = "";
    public SignUpTerms SignUp { get; init; } = null!;
    public Freshness Freshness { get; init; }
    public List<ActivityHost> Hosts { get; init; } = [];

    public FoundDate Seen(GeoPoint? from) =>
        new(
            Date,
            Title,
            Theme,
            Venue,
            Cents,
            CostWords,
            Access,
            Pace,
            SignUp,
            Freshness,
            [.. Hosts.OrderBy(h => h.Place).Select(h => h.Organisation)],
            from is { } here && Venue.At is { } there ? WalkingDistance.Minutes(here, there) : null
        );
}

internal static class FoundRows
{
    public static IQueryable<FoundRow> In(IQueryable<Match> matches, DbSet<ActivityHost> hosts) =>
        matches
            .OrderBy(m => m.Date.Day)
            .ThenBy(m => m.Date.StartsAt)
            .ThenBy(m => m.Date.Id)
            .Select(m => new FoundRow
            {
                Date = m.Date,
                Title = m.Activity.Title,
                Theme = m.Activity.Theme,
                Venue = m.Activity.Venue,
                Cents = m.Activity.Cents,
                CostWords = m.Activity.CostWords,
                Access = m.Activity.Access,
                Pace = m.Activity.Pace,
                SignUp = m.Activity.SignUp,
                Freshness = m.Activity.Freshness,
                Hosts = hosts.Where(h => h.Activity == m.Activity.Id).ToList(),
            });
}
