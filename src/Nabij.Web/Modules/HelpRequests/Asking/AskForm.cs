using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui.Forms;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.HelpRequests.Asking;

/// <summary>What was filled in so far, on whichever page of the question; it travels along in hidden fields.</summary>
public sealed class AskForm
{
    public const int Pages = 4;

    private static readonly Dictionary<Type, string> FieldOf = new()
    {
        [typeof(KindMissing)] = nameof(Kind),
        [typeof(TitleMissing)] = nameof(Title),
        [typeof(TitleTooLong)] = nameof(Title),
        [typeof(DetailsTooLong)] = nameof(Details),
        [typeof(MinutesOutOfRange)] = nameof(Minutes),
        [typeof(WhenMissing)] = nameof(Rhythm),
        [typeof(DayMissing)] = nameof(Date),
        [typeof(DayIsPast)] = nameof(Date),
        [typeof(DayTooFarAway)] = nameof(Date),
        [typeof(LastDayMissing)] = nameof(Until),
        [typeof(LastDayBeforeFirst)] = nameof(Until),
        [typeof(TimeUnclear)] = nameof(Time),
        [typeof(ReadersMissing)] = nameof(Readers),
        [typeof(ConsentMissing)] = nameof(Consent),
    };

    private static readonly string[][] FieldsOfPage =
    [
        [nameof(Kind)],
        [nameof(Title), nameof(Details), nameof(Minutes)],
        [nameof(Rhythm), nameof(Date), nameof(Until), nameof(Time)],
        [nameof(Readers), nameof(Consent)],
    ];

    private static readonly LocalTimePattern[] Clock =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
    ];

    /// <summary>Which request this will be: sent twice, it is the same one.</summary>
    public string? Key { get; set; } = HelpRequestId.New().Value.ToString();
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Details { get; set; }
    public string? Minutes { get; set; } = "30";
    public string? Rhythm { get; set; }
    public string? Date { get; set; }
    public string? Until { get; set; }
    public string? DayPart { get; set; } = nameof(Domain.DayPart.Any);
    public string? Time { get; set; }
    public string? Urgency { get; set; } = nameof(Contracts.Urgency.ThisWeek);
    public string? Readers { get; set; }
    public string? Consent { get; set; }

    /// <summary>The page that was filled in, from 1.</summary>
    public string? Page { get; set; }

    /// <summary>The page to go to; beyond the last is sending.</summary>
    public string? Go { get; set; }

    public HelpRequestId Request => Guid.TryParse(Key, out var id) ? new(id) : HelpRequestId.New();

    public ConsentHow? ConsentHow => Choice<ConsentHow>(Consent);

    /// <summary>The question, as far as it can be read; and all that is wrong with it.</summary>
    public (WhatIsAsked What, IReadOnlyList<Refusal> Refusals) Read(LocalDate today)
    {
        var what = new WhatIsAsked(
            Choice<HelpKind>(Kind) ?? HelpKind.Other,
            Title?.Trim() ?? "",
            Details?.Trim() ?? "",
            Plan(),
            int.TryParse(Minutes, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0,
            Choice<Urgency>(Urgency) ?? Contracts.Urgency.ThisWeek,
            Choice<Readers>(Readers) ?? Domain.Readers.CircleOnly
        );
        return (what, [.. Unchosen(), .. what.RefusalsSeenFrom(today)]);
    }

    public static IReadOnlyList<FieldError> Errors(IEnumerable<Refusal> refusals, Texts t) =>
        [.. refusals.Select(r => new FieldError($"Input.{FieldOf.GetValueOrDefault(r.GetType(), nameof(Title))}", t[r]))];

    /// <summary>The first page up to this one on which something is wrong; null when all is well so far.</summary>
    public static int? FirstRefusedPage(IReadOnlyCollection<Refusal> refusals, int upTo) =>
        Enumerable
            .Range(1, Math.Min(upTo, Pages))
            .Select(page => (int?)page)
            .FirstOrDefault(page => refusals.Any(r => IsOn(page!.Value, r)));

    public static bool IsOn(int page, Refusal refusal) =>
        FieldsOfPage[page - 1].Contains(FieldOf.GetValueOrDefault(refusal.GetType(), nameof(Title)), StringComparer.Ordinal);

    /// <summary>What travels along while another page is shown.</summary>
    public IEnumerable<(string Name, string Value)> HiddenOn(int page)
    {
        (string Name, string? Value)[] all =
        [
            (nameof(Kind), Kind),
            (nameof(Title), Title),
            (nameof(Details), Details),
            (nameof(Minutes), Minutes),
            (nameof(Rhythm), Rhythm),
            (nameof(Date), Date),
            (nameof(Until), Until),
            (nameof(DayPart), DayPart),
            (nameof(Time), Time),
            (nameof(Urgency), Urgency),
            (nameof(Readers), Readers),
        ];
        var shown = ShownOn(page);
        return
        [
            ($"Input.{nameof(Key)}", Request.Value.ToString()),
            ($"Input.{nameof(Page)}", page.ToString(CultureInfo.InvariantCulture)),
            .. all.Where(f => !shown.Contains(f.Name, StringComparer.Ordinal)).Select(f => ($"Input.{f.Name}", f.Value ?? "")),
        ];
    }

    private static string[] ShownOn(int page) =>
        page == 3 ? [.. FieldsOfPage[2], nameof(DayPart), nameof(Urgency)] : FieldsOfPage[page - 1];

    private IEnumerable<Refusal> Unchosen()
    {
        if (Choice<HelpKind>(Kind) is null)
            yield return new KindMissing();
        if (Choice<Rhythm>(Rhythm) is null)
            yield return new WhenMissing();
        if (Time is { Length: > 0 } && ReadTime() is null)
            yield return new TimeUnclear();
        if (Choice<Readers>(Readers) is null)
            yield return new ReadersMissing();
    }

    private HelpPlan Plan()
    {
        var (part, time) = (Choice<DayPart>(DayPart) ?? Domain.DayPart.Any, ReadTime());
        return Choice<Rhythm>(Rhythm) switch
        {
            Domain.Rhythm.OnDate => new(Domain.Rhythm.OnDate, Day(Date), null, part, time),
            Domain.Rhythm.Weekly => new(Domain.Rhythm.Weekly, Day(Date), Day(Until), part, time),
            _ => HelpPlan.Sometime(part),
        };
    }

    private LocalTime? ReadTime() =>
        Clock.Select(pattern => pattern.Parse(Time?.Trim() ?? "")).FirstOrDefault(read => read.Success)?.Value;

    private static LocalDate? Day(string? typed) =>
        LocalDatePattern.Iso.Parse(typed?.Trim() ?? "") is { Success: true } read ? read.Value : null;

    /// <summary>The choice with this name, and nothing else: a number is not a name.</summary>
    private static TEnum? Choice<TEnum>(string? typed)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(typed, StringComparer.Ordinal) ? Enum.Parse<TEnum>(typed!) : null;
}

public sealed record KindMissing : Refusal;

public sealed record WhenMissing : Refusal;

public sealed record TimeUnclear : Refusal;

public sealed record ReadersMissing : Refusal;
