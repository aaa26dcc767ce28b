using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Places.Contracts;

namespace Nabij.Modules.Calendar.Paper.Rounds;

/// <summary>In which buurten somebody brings the week sheet round.</summary>
public sealed class RoundsOfPersons(NabijDb db, IPlaces places) : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } = [new(Retention.SheetRound, "sheet_rounds", ["Carrier", "StandIn"])];

    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var rounds = await OfAsync(person, ct);
        var names = rounds.Count == 0 ? [] : (await places.BuurtenAsync(ct)).ToDictionary(b => b.Code, b => b.Name, StringComparer.Ordinal);
        return [.. rounds.Select(r => new KeptRecord(Retention.SheetRound, null, ("Kept.Fact.Buurt", names.GetValueOrDefault(r.Buurt, r.Buurt))))];
    }

    public async Task ForgetAsync(PersonId person, CancellationToken ct)
    {
        foreach (var round in await OfAsync(person, ct))
            round.Loses(person);
    }

    private Task<List<SheetRound>> OfAsync(PersonId person, CancellationToken ct) =>
        db.SheetRounds.Where(r => r.Carrier == person || r.StandIn == person).OrderBy(r => r.Buurt).ToListAsync(ct);
}
