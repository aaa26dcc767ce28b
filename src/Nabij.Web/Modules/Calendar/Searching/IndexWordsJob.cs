using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Languages;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Directory.Contracts;
using NodaTime;

namespace Nabij.Modules.Calendar.Searching;

/// <summary>Takes up the words of what is new or changed, so that it can be found.</summary>
public sealed class IndexWordsJob(NabijDb db, IDirectory directory, TextCatalogue texts, IClock clock) : ICommunityJob
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        var due = db.Activities.Where(a => a.IndexedAt == null).OrderBy(a => a.Id);
        if (!await due.AnyAsync(ct))
            return;
        var hosts = (await directory.AllAsync(ct)).ToDictionary(o => o.Id, o => o.Name);
        while (await due.Take(Batch).ToListAsync(ct) is { Count: > 0 } batch)
        {
            await IndexAsync(batch, hosts, ct);
            if (!await db.TrySaveAsync(ct))
                return; // somebody changed one meanwhile: at the next turn
            db.ChangeTracker.Clear();
        }
    }

    private async Task IndexAsync(List<Activity> batch, Dictionary<OrganisationId, string> hosts, CancellationToken ct)
    {
        var ids = batch.ConvertAll(a => a.Id);
        var before = (await db.ActivityWords.Where(w => ids.Contains(w.Activity)).ToListAsync(ct)).ToLookup(w => w.Activity);
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var activity in batch)
        {
            var words = WordsOf(activity, hosts).ToHashSet(StringComparer.Ordinal);
            db.RemoveRange(before[activity.Id].Where(w => !words.Contains(w.Word)));
            db.AddRange(words.Except(before[activity.Id].Select(w => w.Word), StringComparer.Ordinal).Select(w => new ActivityWord(activity.Id, w)));
            activity.Indexed(clock.GetCurrentInstant());
            all.UnionWith(words);
        }
        var known = await db.SearchGrams.Where(g => all.Contains(g.Word)).Select(g => g.Word).Distinct().ToListAsync(ct);
        db.AddRange(all.Except(known, StringComparer.Ordinal).SelectMany(w => SearchWords.GramsOf(w), (w, gram) => new SearchGram(gram, w)));
    }

    private IReadOnlyList<string> WordsOf(Activity activity, Dictionary<OrganisationId, string> hosts) =>
        SearchWords.Of([
            activity.Title,
            activity.Venue.InWords,
            texts.In(TextCatalogue.FirstLanguage)[activity.Theme],
            .. activity.Hosts.Select(h => hosts.GetValueOrDefault(h.Organisation, "")),
            activity.Description,
        ]);
}
