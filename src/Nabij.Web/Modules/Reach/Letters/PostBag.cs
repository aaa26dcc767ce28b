using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Reach.Data;
using Nabij.Modules.Reach.Domain;
using NodaTime;

namespace Nabij.Modules.Reach.Letters;

/// <summary>The letters that are to be printed, all at once.</summary>
public sealed class PostBag(NabijDb db, IPeople people, IPlaces places, IClock clock)
{
    public const int MostAtOnce = 100;

    public async Task<IReadOnlyList<Letter>> ToPrintAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var messages = await db
            .MessagesThatAre(MessageState.ToPrint)
            .Where(m => m.NotAfter == null || m.NotAfter >= now)
            .AsNoTracking()
            .OrderBy(m => m.Id)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        if (messages.Count == 0)
            return [];
        var persons = messages.Select(m => m.Person).Distinct().ToList();
        var cards = await people.FindAsync(persons, ct);
        var homes = await places.FindAsync(cards.Values.Select(c => c.Home).OfType<AddressId>(), ct);
        return
        [
            .. messages
                .Where(m => cards.ContainsKey(m.Person))
                .Select(m => new Letter(m, cards[m.Person], cards[m.Person].Home is { } home ? homes.GetValueOrDefault(home) : null)),
        ];
    }
}

public sealed record Letter(PersonalMessage Message, PersonCard To, Address? Home);

/// <summary>The letters came out of the printer: those, and no other that came in meanwhile.</summary>
public sealed class MarkPrinted(NabijDb db, Trail trail, IClock clock)
{
    public async Task<int> HandleAsync(IReadOnlyCollection<MessageId> ids, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var printed = 0;
        foreach (var letter in await db.Messages.Where(m => EF.Parameter(ids).Contains(m.Id)).ToListAsync(ct))
        {
            if (letter.Print(now) is not null)
                continue;
            trail.Note(Subject.Of(letter.Id), letter.Person, "Trail.LetterPrinted");
            printed++;
        }
        return await db.TrySaveAsync(ct) ? printed : 0;
    }
}
