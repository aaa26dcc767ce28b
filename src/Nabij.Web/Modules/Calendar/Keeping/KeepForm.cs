using System.Globalization;
using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Kernel.Ui.Forms;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.Calendar.Keeping;

/// <summary>What was filled in about an activity, as it was typed.</summary>
public sealed class KeepForm
{
    private static readonly LocalTimePattern[] Clock =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H.mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss"),
    ];

    private static readonly Dictionary<Type, string> FieldOf = new()
    {
        [typeof(ActivityNeedsTitle)] = nameof(Title),
        [typeof(ActivityTitleTooLong)] = nameof(Title),
        [typeof(ActivityTextTooLong)] = nameof(Description),
        [typeof(ActivityNeedsPlace)] = nameof(Place),
        [typeof(ActivityPlaceTooLong)] = nameof(Place),
        [typeof(VenueAddressUnknown)] = nameof(Address),
        [typeof(CostOutOfRange)] = nameof(Cost),
        [typeof(ContactPhoneUnreadable)] = nameof(Phone),
        [typeof(LinkUnreadable)] = nameof(Link),
        [typeof(SignUpOutOfRange)] = nameof(Capacity),
        [typeof(DayUnreadable)] = nameof(First),
        [typeof(DayOutOfReach)] = nameof(First),
        [typeof(DateIsOver)] = nameof(First),
        [typeof(NoDatesThere)] = nameof(First),
        [typeof(TimeUnreadable)] = nameof(From),
        [typeof(EndsBeforeItStarts)] = nameof(Until),
        [typeof(HostMissing)] = nameof(Host),
    };

    /// <summary>Which activity this becomes: sent twice, it is the same one.</summary>
    public string? Key { get; set; } = ActivityId.New().Value.ToString();
    public string? Title { get; set; }
    public string? Host { get; set; }
    public string? Theme { get; set; } = nameof(Domain.Theme.Meet);
    public string? First { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Every { get; set; }
    public string? Last { get; set; }
    public List<string>? Rests { get; set; }
    public string? Place { get; set; }
    public string? Room { get; set; }
    public string? Address { get; set; }
    public string? Cost { get; set; }
    public List<string>? Access { get; set; }
    public string? Audience { get; set; }
    public string? Level { get; set; }
    public string? Pace { get; set; }
    public string? Phone { get; set; }
    public string? Description { get; set; }
    public string? Link { get; set; }
    public string? SignUp { get; set; }
    public string? Capacity { get; set; }

    /// <summary>For a change: from which day on; empty is all dates.</summary>
    public string? FromDay { get; set; }

    /// <summary>'save' once the dates were seen; anything else shows them first.</summary>
    public string? Go { get; set; }

    public ActivityId Activity => Guid.TryParse(Key, out var id) ? new(id) : ActivityId.New();
    public OrganisationId? HostId => Guid.TryParse(Host, out var id) ? new(id) : null;
    public bool Saves => Go == "save";

    public static KeepForm Of(Activity activity, WhenItIs when)
    {
        var iso = LocalDatePattern.Iso;
        return new()
        {
            Key = activity.Id.Value.ToString(),
            Title = activity.Title,
            Host = activity.FirstHost?.Value.ToString(),
            Theme = activity.Theme.ToString(),
            First = iso.Format(when.First),
            From = Clock[0].Format(when.From),
            Until = Clock[0].Format(when.Until),
            Every = when.Every?.ToString(),
            Last = when.Last is { } last ? iso.Format(last) : null,
            Rests = [.. when.NotInSchoolHolidaysOf is null ? Array.Empty<string>() : ["school"], .. when.NotOnPublicHolidays ? ["public"] : Array.Empty<string>()],
            Place = activity.Venue.Name,
            Room = activity.Venue.Room,
            Cost = activity.Cents is { } cents ? (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') : null,
            Access = [.. Enum.GetValues<AccessFacts>().Where(a => a != AccessFacts.None && activity.Access.HasFlag(a)).Select(a => a.ToString())],
            Audience = activity.Audience.ToString(),
            Level = activity.Level.ToString(),
            Pace = activity.Pace,
            Phone = activity.ContactPhone,
            Description = activity.Description,
            Link = activity.Link,
            SignUp = activity.SignUp.Wanted ? "true" : null,
            Capacity = activity.SignUp.Capacity?.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <param name="region">The school region of the community.</param>
    public (WhenItIs? When, IReadOnlyList<Refusal> Refusals) ReadWhen(HolidayRegion? region)
    {
        List<Refusal> refusals = [];
        var first = Day(First);
        if (first is null)
            refusals.Add(new DayUnreadable());
        if (Time(From) is null || Time(Until) is null)
            refusals.Add(new TimeUnreadable());
        if (first is not { } day || Time(From) is not { } from || Time(Until) is not { } until)
            return (null, refusals);
        return (
            new(day, from, until, Choice<RepeatEvery>(Every), Day(Last), Rests?.Contains("school") == true ? region : null, Rests?.Contains("public") == true),
            refusals
        );
    }

    public (ActivityDetails Details, IReadOnlyList<Refusal> Refusals) ReadDetails(Venue venue)
    {
        var cents = Cents();
        var details = new ActivityDetails(Title?.Trim() ?? "", Choice<Theme>(Theme) ?? Domain.Theme.Meet, venue)
        {
            Description = Description?.ReplaceLineEndings("\n").Trim() ?? "",
            Audience = Choice<Audience>(Audience) ?? Domain.Audience.Everyone,
            Cents = cents ?? null,
            Access = (Access ?? []).Select(Choice<AccessFacts>).OfType<AccessFacts>().Aggregate(AccessFacts.None, (all, one) => all | one),
            Level = Choice<Level>(Level) ?? Domain.Level.NotSaid,
            Pace = Pace?.Trim() ?? "",
            ContactPhone = Phone?.Trim() ?? "",
            Link = Link?.Trim() ?? "",
            SignUp = SignUp == "true" ? new(true, Seats(), 0) : SignUpTerms.JustCome,
        };
        return (details, !string.IsNullOrWhiteSpace(Cost) && cents is null ? [new CostOutOfRange()] : []);
    }

    public LocalDate? ChangesFrom => Day(FromDay);

    public static IReadOnlyList<FieldError> Errors(IEnumerable<Refusal> refusals, Texts t) =>
        [.. refusals.Select(r => new FieldError($"Input.{FieldOf.GetValueOrDefault(r.GetType(), nameof(Title))}", t[r]))];

    internal static LocalDate? Day(string? typed) => LocalDatePattern.Iso.Parse(typed?.Trim() ?? "") is { Success: true, Value: var day } ? day : null;

    internal static LocalTime? Time(string? typed) =>
        Clock.Select(pattern => pattern.Parse(typed?.Trim() ?? "")).FirstOrDefault(r => r.Success) is { Value: var time } ? time : null;

    private int? Seats() =>
        string.IsNullOrWhiteSpace(Capacity) ? null : int.TryParse(Capacity, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) ? seats : 0;

    /// <summary>'3', '3,50', '€ 3.50', 'gratis'.</summary>
    private int? Cents()
    {
        var typed = (Cost ?? "").Replace("€", "", StringComparison.Ordinal).Trim().Replace(',', '.');
        if (typed.Equals("gratis", StringComparison.OrdinalIgnoreCase))
            return 0;
        return decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros) && euros <= Domain.Activity.MaxCents / 100m
            ? (int)Math.Round(euros * 100)
            : null;
    }

    private static T? Choice<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
}
