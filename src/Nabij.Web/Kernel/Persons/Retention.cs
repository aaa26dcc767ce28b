namespace Nabij.Kernel.Persons;

/// <summary>
/// What is kept about people, why, for how long, and what is left of it then: the whole of it, in one place. The texts are
/// <c>Kept.{Name}</c>, <c>Kept.{Name}.Who</c> (may see it) and <c>Kept.{Name}.Until</c>.
/// </summary>
public static class Retention
{
    public static readonly RetentionLine Person = new("Person", LegalGround.Consent, null, Remains.Count);
    public static readonly RetentionLine HelpOffer = new("HelpOffer", LegalGround.Consent, null, Remains.Nothing);
    public static readonly RetentionLine Role = new("Role", LegalGround.Agreement, null, Remains.Count);
    public static readonly RetentionLine SignIn = new("SignIn", LegalGround.Agreement, null, Remains.Nothing);
    public static readonly RetentionLine SignInCode = new("SignInCode", LegalGround.Agreement, 1, Remains.Nothing);
    public static readonly RetentionLine Circle = new("Circle", LegalGround.Consent, 30, Remains.Count);
    public static readonly RetentionLine CircleContact = new("CircleContact", LegalGround.Agreement, null, Remains.Nothing);
    public static readonly RetentionLine CircleProposal = new("CircleProposal", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine CircleDeclined = new("CircleDeclined", LegalGround.LegitimateInterest, null, Remains.Nothing);
    public static readonly RetentionLine CircleNote = new("CircleNote", LegalGround.LegitimateInterest, 90, Remains.Nothing);
    public static readonly RetentionLine CircleMeetUp = new("CircleMeetUp", LegalGround.Consent, 90, Remains.Nothing);
    public static readonly RetentionLine JoinWish = new("JoinWish", LegalGround.Consent, 30, Remains.Nothing);
    public static readonly RetentionLine CallChain = new("CallChain", LegalGround.Agreement, null, Remains.Nothing);
    public static readonly RetentionLine CallChainDay = new("CallChainDay", LegalGround.LegitimateInterest, 90, Remains.Nothing);
    public static readonly RetentionLine HelpRequest = new("HelpRequest", LegalGround.Consent, 365, Remains.Count);
    public static readonly RetentionLine HelpAsk = new("HelpAsk", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine Message = new("Message", LegalGround.Consent, 90, Remains.Count);
    public static readonly RetentionLine IncomingText = new("IncomingText", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine FollowUp = new("FollowUp", LegalGround.LegitimateInterest, 365, Remains.Count);
    public static readonly RetentionLine Organisation = new("Organisation", LegalGround.LegitimateInterest, null, Remains.Nothing);
    public static readonly RetentionLine Room = new("Room", LegalGround.LegitimateInterest, null, Remains.Nothing);
    public static readonly RetentionLine Booking = new("Booking", LegalGround.Agreement, 365, Remains.Count);
    public static readonly RetentionLine GapPlan = new("GapPlan", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine SignUp = new("SignUp", LegalGround.Consent, 365, Remains.Count);
    public static readonly RetentionLine Choice = new("Choice", LegalGround.Consent, null, Remains.Nothing);
    public static readonly RetentionLine ChoicesLink = new("ChoicesLink", LegalGround.Consent, null, Remains.Nothing);
    public static readonly RetentionLine SheetRound = new("SheetRound", LegalGround.Agreement, null, Remains.Nothing);
    public static readonly RetentionLine MeetingLead = new("MeetingLead", LegalGround.LegitimateInterest, null, Remains.Nothing);
    public static readonly RetentionLine MeetingNeed = new("MeetingNeed", LegalGround.Consent, 30, Remains.Nothing);
    public static readonly RetentionLine Remark = new("Remark", LegalGround.Consent, 365, Remains.Count);
    public static readonly RetentionLine Call = new("Call", LegalGround.LegitimateInterest, 90, Remains.Count);
    public static readonly RetentionLine Duty = new("Duty", LegalGround.Agreement, null, Remains.Nothing);
    public static readonly RetentionLine Handover = new("Handover", LegalGround.LegitimateInterest, 30, Remains.Nothing);
    public static readonly RetentionLine Confirmation = new("Confirmation", LegalGround.LegitimateInterest, null, Remains.Nothing);
    public static readonly RetentionLine Volunteer = new("Volunteer", LegalGround.Agreement, 365, Remains.Count);
    public static readonly RetentionLine Lending = new("Lending", LegalGround.Agreement, null, Remains.Count);
    public static readonly RetentionLine VolunteerHours = new("VolunteerHours", LegalGround.LegalDuty, 2920, Remains.Count);
    public static readonly RetentionLine VolunteerThanks = new("VolunteerThanks", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine VolunteerCourse = new("VolunteerCourse", LegalGround.Agreement, null, Remains.Count);
    public static readonly RetentionLine Upload = new("Upload", LegalGround.LegitimateInterest, null, Remains.Count);
    public static readonly RetentionLine Import = new("Import", LegalGround.LegitimateInterest, 30, Remains.Nothing);
    public static readonly RetentionLine Trail = new("Trail", LegalGround.LegalDuty, 730, Remains.Nothing);
    public static readonly RetentionLine Outbox = new("Outbox", LegalGround.LegitimateInterest, 30, Remains.Nothing);

    public static readonly IReadOnlyList<RetentionLine> All =
    [
        Person,
        HelpOffer,
        Role,
        SignIn,
        SignInCode,
        Circle,
        CircleContact,
        CircleProposal,
        CircleDeclined,
        CircleNote,
        CircleMeetUp,
        JoinWish,
        CallChain,
        CallChainDay,
        HelpRequest,
        HelpAsk,
        Message,
        IncomingText,
        FollowUp,
        Organisation,
        Room,
        Booking,
        GapPlan,
        SignUp,
        Choice,
        ChoicesLink,
        SheetRound,
        MeetingLead,
        MeetingNeed,
        Remark,
        Call,
        Duty,
        Handover,
        Confirmation,
        Volunteer,
        Lending,
        VolunteerHours,
        VolunteerThanks,
        VolunteerCourse,
        Upload,
        Import,
        Trail,
        Outbox,
    ];
}

/// <summary>A kind of record: <paramref name="Days"/> after it has ended it goes; null is as long as the person is here.</summary>
public sealed record RetentionLine(string Name, LegalGround Why, int? Days, Remains After);

/// <summary>The ground in the law: General Data Protection Regulation, article 6, first paragraph.</summary>
public enum LegalGround
{
    /// <summary>(a) The person said yes.</summary>
    Consent,

    /// <summary>(b) It is needed for what was agreed with the person.</summary>
    Agreement,

    /// <summary>
    /// (c) The law asks for it: article 5, second paragraph, to be able to show who saw and changed what; for amounts that were paid
    /// the seven years after the year itself of article 52 Algemene wet inzake rijksbelastingen.
    /// </summary>
    LegalDuty,

    /// <summary>(f) A neighbourhood cannot help each other without it, and nobody is harmed by it.</summary>
    LegitimateInterest,
}

/// <summary>What is left when its time has come, or when the person is forgotten.</summary>
public enum Remains
{
    Nothing,

    /// <summary>That it was, and when; without names and without words. So counts stay true.</summary>
    Count,
}
