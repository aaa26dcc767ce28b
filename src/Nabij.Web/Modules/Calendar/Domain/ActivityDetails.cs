using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>What is told about an activity, however it reached us.</summary>
public sealed record ActivityDetails(string Title, Theme Theme, Venue Venue)
{
    public string Description { get; init; } = "";
    public Audience Audience { get; init; }

    /// <summary>In cents; 0 is free, null is not said.</summary>
    public int? Cents { get; init; }

    /// <summary>'inclusief koffie'</summary>
    public string CostWords { get; init; } = "";
    public AccessFacts Access { get; init; }
    public Level Level { get; init; }

    /// <summary>'Je loopt 3 kilometer in een uur.'</summary>
    public string Pace { get; init; } = "";

    /// <summary>The number to call about it, as people write it.</summary>
    public string ContactPhone { get; init; } = "";

    /// <summary>Its own page elsewhere: https only, or empty.</summary>
    public string Link { get; init; } = "";
    public SignUpTerms SignUp { get; init; } = SignUpTerms.JustCome;

    public IEnumerable<Refusal> Refusals()
    {
        if (string.IsNullOrWhiteSpace(Title))
            yield return new ActivityNeedsTitle();
        if (Title.Trim().Length > Activity.MaxTitleLength)
            yield return new ActivityTitleTooLong();
        if (Description.Length > Activity.MaxDescriptionLength || Pace.Length > Activity.MaxPaceLength)
            yield return new ActivityTextTooLong();
        if (string.IsNullOrWhiteSpace(Venue.Name))
            yield return new ActivityNeedsPlace();
        if (Venue.Name.Length > Venue.MaxNameLength || Venue.Room.Length > Venue.MaxRoomLength)
            yield return new ActivityPlaceTooLong();
        if (Cents is < 0 or > Activity.MaxCents || CostWords.Length > Activity.MaxCostWordsLength)
            yield return new CostOutOfRange();
        if (ContactPhone.Length > Activity.MaxPhoneLength || ContactPhone.Length > 0 && ContactPhone.Count(char.IsDigit) < 3)
            yield return new ContactPhoneUnreadable();
        if (Link.Length > 0 && !IsHttps(Link))
            yield return new LinkUnreadable();
        if (SignUp.Capacity is < 1 or > SignUpTerms.MaxCapacity || SignUp.ClosesHoursBefore is < 0 or > SignUpTerms.MaxHoursBefore)
            yield return new SignUpOutOfRange();
    }

    private static bool IsHttps(string link) =>
        link.Length <= Activity.MaxLinkLength
        && Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && uri.Scheme == Uri.UriSchemeHttps;
}
