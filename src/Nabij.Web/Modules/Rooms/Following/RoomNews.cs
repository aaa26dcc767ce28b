using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Modules.Directory.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Rooms.Domain;

namespace Nabij.Modules.Rooms.Following;

/// <summary>Who hears what about a room. Saved with the change that it tells of.</summary>
public sealed class RoomNews(IReach reach, IPeople people, IDirectory directory, TextCatalogue texts)
{
    public static readonly IReadOnlyList<string> YesOrNo = ["Yes", "No"];
    public static readonly IReadOnlyList<string> CleanOrNot = ["Clean", "NotClean"];

    /// <summary>'Mag het?': to who answers for the room, by a link without an account; by telephone when they were silent.</summary>
    public async Task AskOwnerAsync(Booking booking, Room room, bool byPhone, CancellationToken ct)
    {
        if (await OwnerOfAsync(room, ct) is not { } owner)
            return;
        var words = await WordsAsync(booking, room, owner, booking.Held, ct);
        var question = new Message(Subject.Of(booking.Id), "Rooms.OwnerAsked", words) { Answers = YesOrNo };
        reach.Tell(owner, byPhone ? question with { OnlyBy = Channel.Call } : question);
    }

    /// <summary>Who has it hears that it is theirs, that it is not, or that something changed.</summary>
    public async Task TellBookerAsync(Booking booking, Room room, string reason, IEnumerable<BookedDate> dates, CancellationToken ct)
    {
        var words = await WordsAsync(booking, room, booking.BookedFor, dates, ct);
        reach.Tell(booking.BookedFor, new(Subject.Of(booking.Id), reason, words));
    }

    /// <summary>The owner hears that the room is free again.</summary>
    public async Task TellOwnerFreeAsync(Booking booking, Room room, IEnumerable<BookedDate> dates, CancellationToken ct)
    {
        if (await OwnerOfAsync(room, ct) is not { } owner)
            return;
        var words = await WordsAsync(booking, room, owner, dates, ct);
        reach.Tell(owner, new(Subject.Of(booking.Id), "Rooms.FreeAgain", words) { MayWait = true });
    }

    /// <summary>The day before: where the key is, and with whom.</summary>
    public async Task TellKeyAsync(Booking booking, Room room, BookedDate date, CancellationToken ct)
    {
        var words = await WordsAsync(booking, room, booking.BookedFor, [date], ct);
        var caretaker = room.Caretaker is { } person ? await people.FindAsync(person, ct) : null;
        (words["key"], words["caretaker"]) = (OrDash(room.KeyWhere), OrDash(caretaker?.FullName));
        reach.Tell(booking.BookedFor, new(Subject.Of(date.Id), "Rooms.Key", words) { NotAfter = date.Slot.EndsAt });
    }

    /// <summary>On the day itself: the code, which nobody else reads.</summary>
    public async Task TellCodeAsync(Booking booking, Room room, BookedDate date, CancellationToken ct)
    {
        var words = await WordsAsync(booking, room, booking.BookedFor, [date], ct);
        words["code"] = room.KeyCode;
        reach.Tell(booking.BookedFor, new(Subject.Of(date.Id), "Rooms.Code", words) { NotAfter = date.Slot.EndsAt });
    }

    /// <summary>'Is alles schoon achtergelaten?'</summary>
    public async Task AskHowLeftAsync(Booking booking, Room room, BookedDate date, CancellationToken ct)
    {
        if ((room.Caretaker ?? await OwnerOfAsync(room, ct)) is not { } keeper)
            return;
        var words = await WordsAsync(booking, room, keeper, [date], ct);
        reach.Tell(keeper, new(Subject.Of(date.Id), "Rooms.HowLeft", words) { Answers = CleanOrNot, MayWait = true });
    }

    /// <summary>What was told about this booking and its dates is no longer true.</summary>
    public async Task ForgetAsync(Booking booking, IEnumerable<BookedDate> dates, CancellationToken ct)
    {
        await reach.CancelAsync(Subject.Of(booking.Id), ct);
        await ForgetDatesAsync(dates, ct);
    }

    /// <summary>Nobody needs the key on these dates.</summary>
    public Task ForgetDatesAsync(IEnumerable<BookedDate> dates, CancellationToken ct) =>
        reach.CancelAsync("BookedDate", [.. dates.Select(d => d.Id.Value)], ct);

    public async Task<PersonId?> OwnerOfAsync(Room room, CancellationToken ct) =>
        room.Contact ?? (await directory.FindAsync(room.Organisation, ct))?.ContactPerson;

    private async Task<Dictionary<string, string>> WordsAsync(Booking booking, Room room, PersonId to, IEnumerable<BookedDate> dates, CancellationToken ct)
    {
        var cards = await people.FindAsync([to, booking.BookedFor], ct);
        var t = texts.In(cards.GetValueOrDefault(to)?.Language);
        return new(StringComparer.Ordinal)
        {
            ["room"] = room.Name,
            ["where"] = room.Where,
            ["purpose"] = booking.Purpose,
            ["who"] = cards.GetValueOrDefault(booking.BookedFor)?.FullName ?? "",
            ["people"] = t.Count("Rooms.People", booking.People),
            ["dates"] = t.Dates(dates),
        };
    }

    private static string OrDash(string? text) => text is { Length: > 0 } ? text : "–";
}
