using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.People.Domain;

public readonly record struct PeopleImportId(Guid Value) : ITypedId<PeopleImportId>
{
    public static PeopleImportId New() => new(Guid.CreateVersion7());

    public static PeopleImportId From(Guid value) => new(value);
}

/// <summary>How far a list of people is.</summary>
public enum ImportState
{
    /// <summary>The columns are to be named.</summary>
    Matching,

    /// <summary>Each row is being looked at.</summary>
    Looking,

    /// <summary>Somebody says of each likely double who it is, and then that all may be written down.</summary>
    Deciding,

    /// <summary>Rows are being written down, one by one.</summary>
    Taking,
    Done,
}

/// <summary>What a column of a list holds.</summary>
public enum ImportColumn
{
    None,
    GivenName,
    FamilyName,
    FullName,
    BirthYear,
    Address,
    Phone,
    Mail,
}

/// <summary>A list of people that somebody sent: first looked at, then written down, after which the report remains for a while.</summary>
public sealed class PeopleImport(PersonId by, string content, Instant at)
{
    public const int MaxColumns = 60;

    public PeopleImportId Id { get; init; } = PeopleImportId.New();
    public PersonId By { get; private init; } = by;
    public Instant At { get; private init; } = at;

    /// <summary>The file as text, until its rows have been read.</summary>
    public string Content { get; private set; } = content;

    /// <summary>What each column holds, in words of <see cref="ImportColumn"/>.</summary>
    public string Columns { get; private set; } = "";
    public ConsentWay? Way { get; private set; }
    public ImportState State { get; private set; }
    public Instant? DoneAt { get; private set; }

    public IReadOnlyList<ImportColumn> ColumnList =>
        [.. Columns.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ImportColumn>)];

    /// <summary>Says what the columns are, and that the people in the list said yes to being written down.</summary>
    public Refusal? Match(IReadOnlyList<ImportColumn> columns, ConsentWay? way)
    {
        if (State is not ImportState.Matching)
            return new ImportGoesOnAlready();
        if (way is null)
            return new ImportNeedsConsent();
        if (!columns.Contains(ImportColumn.FullName) && !columns.Contains(ImportColumn.GivenName))
            return new ImportNeedsName();
        if (columns.Where(c => c is not ImportColumn.None).GroupBy(c => c).Any(g => g.Count() > 1))
            return new ImportColumnTwice();
        (Columns, Way, State) = (string.Join(' ', columns), way, ImportState.Looking);
        return null;
    }

    /// <summary>The rows are kept one by one now.</summary>
    public void WasSplit() => Content = "";

    public void WasLookedAt() => State = ImportState.Deciding;

    public Refusal? Take()
    {
        if (State is not ImportState.Deciding)
            return new ImportGoesOnAlready();
        State = ImportState.Taking;
        return null;
    }

    /// <summary>All that could be written down is. Doubles within the list came up meanwhile: those are asked first.</summary>
    public void WasTaken(bool asksMore, Instant now)
    {
        State = asksMore ? ImportState.Deciding : ImportState.Done;
        DoneAt = asksMore ? null : now;
    }
}

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    Unseen,
    New,

    /// <summary>Somebody may be here already; a person says who it is.</summary>
    MaybeKnown,

    /// <summary>It looked like a double and is somebody else.</summary>
    SomebodyElse,

    /// <summary>It is somebody who is here already: nothing was changed.</summary>
    KnownAlready,
    Faulty,
    Taken,
}

/// <summary>One row of a list: written down as a whole, or not at all.</summary>
public sealed class ImportRow(PeopleImportId import, int line, string fields)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PeopleImportId Import { get; private init; } = import;
    public int Line { get; private init; } = line;

    /// <summary>What stands in it, as JSON.</summary>
    public string Fields { get; private init; } = fields;
    public RowOutcome Outcome { get; private set; }
    public PersonId? Known { get; private set; }
    public PersonId? Person { get; private set; }

    /// <summary>Key of what is wrong with it.</summary>
    public string? Why { get; private set; }

    public bool IsToTake => Outcome is RowOutcome.New or RowOutcome.SomebodyElse;

    public void IsNew() => (Outcome, Known) = (RowOutcome.New, null);

    public void IsFaulty(Refusal why) => (Outcome, Why) = (RowOutcome.Faulty, why.TextKey);

    public void MayBe(PersonId known) => (Outcome, Known) = (RowOutcome.MaybeKnown, known);

    public void Decide(bool isTheSame)
    {
        if (Outcome is RowOutcome.MaybeKnown)
            Outcome = isTheSame ? RowOutcome.KnownAlready : RowOutcome.SomebodyElse;
    }

    public void Became(PersonId person) => (Outcome, Person) = (RowOutcome.Taken, person);
}

public sealed record ImportGoesOnAlready : Refusal;

public sealed record ImportNeedsConsent : Refusal;

public sealed record ImportNeedsName : Refusal;

public sealed record ImportColumnTwice : Refusal;
