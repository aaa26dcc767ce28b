namespace Nabij.Modules.Places.Domain;

/// <summary>A street that may be meant, and how far what was typed is from it.</summary>
public readonly record struct StreetMatch(StreetId Street, double Cost);

/// <summary>A street as far as ranking needs it.</summary>
public sealed record StreetKeys(StreetId Id, string Name, string Town);

/// <summary>Which streets somebody may mean, likeliest first.</summary>
public static class StreetRanking
{
    /// <summary>A town that was named and is another one counts as a mistake and a half.</summary>
    private const double OtherTown = 1.5;

    /// <summary>Only the last words of the name were typed: 'Vermeerstraat' for 'Johannes Vermeerstraat'.</summary>
    private const double WithoutFirstName = 0.3;

    public static IReadOnlyList<StreetMatch> Rank(TypedAddress typed, IReadOnlyCollection<StreetKeys> streets)
    {
        var readings = WithAndWithoutTown(typed).ToList();
        var matches = new List<StreetMatch>();
        foreach (var street in streets)
        {
            var cost = readings.Count == 0 ? double.MaxValue : readings.Min(reading => reading.CostOf(street));
            if (cost < double.MaxValue)
                matches.Add(new(street.Id, cost));
        }
        return [.. matches.OrderBy(m => m.Cost).ThenBy(m => m.Street.Value)];
    }

    /// <summary>Without a house number between them, the last words may be the town.</summary>
    private static IEnumerable<Reading> WithAndWithoutTown(TypedAddress typed)
    {
        for (var count = typed.Words.Count; count > 0; count--)
        {
            if (count < typed.Words.Count && char.IsDigit(typed.Words[count][0]))
                yield break;
            var (street, town) = (typed.Words.Take(count), typed.Words.Skip(count).Concat(typed.TownWords));
            yield return new(Spoken(street), Spoken(town));
        }
    }

    private static string Spoken(IEnumerable<string> words) => Joined(Spelling.Key(words));

    private static string Joined(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private sealed record Reading(string Street, string Town)
    {
        public double CostOf(StreetKeys street)
        {
            var cost = Forgiven(Street, Joined(street.Name));
            for (var gap = street.Name.IndexOf(' ', StringComparison.Ordinal); gap >= 0; gap = street.Name.IndexOf(' ', gap + 1))
                cost = Math.Min(cost, Forgiven(Street, Joined(street.Name[gap..])) + WithoutFirstName);
            return cost < double.MaxValue && Town.Length > 0 ? cost + CostOfTown(street) : cost;
        }

        private double CostOfTown(StreetKeys street) =>
            Forgiven(Town, Joined(street.Town)) is var cost and < double.MaxValue ? cost / 2 : OtherTown;

        private static double Forgiven(string typed, string word)
        {
            var forgiven = Likeness.MistakesForgiven(typed.Length);
            if (typed.Length > word.Length + forgiven)
                return double.MaxValue;
            var cost = Likeness.Cost(typed, word);
            return (int)cost <= forgiven ? cost : double.MaxValue;
        }
    }
}
