using System.Globalization;
using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Circles.CallChains;

/// <summary>A chain as it is typed: each neighbour's place, or none, and who has the key.</summary>
public sealed class ChainForm
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public List<string> Days { get; set; } = [];
    public string? Time { get; set; }
    public string? Minutes { get; set; }
    public Guid? StandIn { get; set; }
    public Dictionary<string, string> Places { get; set; } = [];
    public Dictionary<string, string> Keys { get; set; } = [];

    public static ChainForm Of(CallChain chain) =>
        new()
        {
            Days = [.. Enum.GetValues<Weekdays>().Where(d => d is not Weekdays.None && chain.Days.HasFlag(d)).Select(d => d.ToString())],
            Time = Clock.Format(chain.StartsAt),
            Minutes = chain.Minutes.ToString(CultureInfo.InvariantCulture),
            StandIn = chain.StandInStarter?.Value,
            Places = chain.Links.ToDictionary(l => l.Person.Value.ToString(), l => l.Place.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal),
            Keys = chain.Links.Where(l => l.KeyHolder is not null).ToDictionary(l => l.Person.Value.ToString(), l => l.KeyHolder!.Value.Value.ToString(), StringComparer.Ordinal),
        };

    public ChainPlan Read() =>
        new(
            Clock.Parse(Time ?? "").TryGetValue(new(9, 0), out var time) ? time : new(9, 0),
            Days.Aggregate(Weekdays.None, (days, day) => days | (Enum.TryParse<Weekdays>(day, out var flag) ? flag : Weekdays.None)),
            int.TryParse(Minutes, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            StandIn is { } standIn ? new(standIn) : null,
            [
                .. Places
                    .Where(p => int.TryParse(p.Value, CultureInfo.InvariantCulture, out _) && Guid.TryParse(p.Key, out _))
                    .OrderBy(p => int.Parse(p.Value, CultureInfo.InvariantCulture))
                    .Select(p => new PlannedLink(new(Guid.Parse(p.Key)), KeyHolderOf(p.Key))),
            ]
        );

    private PersonId? KeyHolderOf(string person) => Guid.TryParse(Keys.GetValueOrDefault(person), out var holder) ? new PersonId(holder) : null;
}
