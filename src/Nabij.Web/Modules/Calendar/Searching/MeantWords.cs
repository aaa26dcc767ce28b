using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Searching;

/// <summary>Finds the words that somebody may have meant by what they typed, in one query.</summary>
public sealed class MeantWords(NabijDb db)
{
    private const int MostTyped = 6;
    private const int MostCandidates = 400;
    private const int MostMeant = 60;

    /// <summary>For each word that was typed those it may mean; an empty list where nothing is like it.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> HandleAsync(string typed, CancellationToken ct)
    {
        var words = SearchWords.Of(typed).Take(MostTyped).ToList();
        if (words.Count == 0)
            return [];
        var grams = words.SelectMany(SearchWords.GramsOf).Distinct(StringComparer.Ordinal).ToList();
        var candidates = await db
            .SearchGrams.Where(g => grams.Contains(g.Gram))
            .GroupBy(g => g.Word)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .Take(MostCandidates)
            .ToListAsync(ct);
        return [.. words.Select(word => (IReadOnlyList<string>)[.. candidates.Where(c => SearchWords.MayMean(word, c)).Take(MostMeant)])];
    }
}
