using Nabij.Modules.HelpRequests.Contracts;
using static Nabij.Modules.HelpRequests.Contracts.HelpState;

namespace Nabij.Modules.HelpRequests.Domain;

/// <summary>What somebody is to one request; they can be several things at once.</summary>
[Flags]
public enum Standing
{
    Nobody = 0,

    /// <summary>Somebody in the same circle.</summary>
    Neighbour = 1,
    Asked = 2,
    Helper = 4,

    /// <summary>Who is helped, or who asked on their behalf.</summary>
    Requester = 8,

    /// <summary>Looks after the circle.</summary>
    Contact = 16,
    Desk = 32,
}

public enum Act
{
    /// <summary>The question without details, by given name.</summary>
    Read,
    ReadDetails,

    /// <summary>The other side's name and number.</summary>
    SeeNumbers,
    DoIt,
    SayNo,
    Agree,
    Release,
    Finish,
    SayHowItWent,
    Withdraw,
    PlanCover,
    WidenNow,
    SearchAgain,
    HandOver,
    HandBack,
    Print,
}

/// <summary>Who may do what, and when. Pages ask it before they offer, commands before they do.</summary>
public static class Rights
{
    private const Standing Staff = Standing.Contact | Standing.Desk;
    private const Standing BothSides = Standing.Requester | Standing.Helper;
    private const Standing Anybody = BothSides | Staff | Standing.Asked | Standing.Neighbour;

    private static readonly HelpState[] Always = Enum.GetValues<HelpState>();

    private static readonly Dictionary<Act, (Standing Who, HelpState[] When)> Table = new()
    {
        [Act.Read] = (Anybody, Always),
        [Act.ReadDetails] = (BothSides | Staff | Standing.Asked, Always),
        [Act.SeeNumbers] = (BothSides | Standing.Desk, [Found, AskedAfterwards]),
        [Act.DoIt] = (Standing.Asked | Standing.Neighbour | Staff, [Searching, OnDesk]),
        [Act.SayNo] = (Standing.Asked, [Searching, OnDesk]),
        [Act.Agree] = (BothSides | Staff, [Found]),
        [Act.Release] = (Standing.Helper | Staff, [Found]),
        [Act.Finish] = (BothSides | Staff, [Found, HandedOver]),
        [Act.SayHowItWent] = (BothSides | Staff, [AskedAfterwards]),
        [Act.Withdraw] = (Standing.Requester | Staff, [Searching, OnDesk, Found, HandedOver, AskedAfterwards]),
        [Act.PlanCover] = (BothSides | Staff, [Found]),
        [Act.WidenNow] = (Staff, [Searching]),
        [Act.SearchAgain] = (Staff, [OnDesk]),
        [Act.HandOver] = (Standing.Desk, [Searching, OnDesk]),
        [Act.HandBack] = (Standing.Desk, [HandedOver]),
        [Act.Print] = (Standing.Requester | Staff, Always),
    };

    public static bool Allow(Act act, Standing standing, HelpState state) =>
        Table[act] is var (who, when) && (who & standing) != Standing.Nobody && when.Contains(state);

    /// <summary>Whether this act may be done by who stands so to this request, now.</summary>
    public static bool Allows(this HelpRequest request, Act act, Standing standing) =>
        Allow(act, standing, request.State)
        && (act != Act.PlanCover || request.Plan.Rhythm == Rhythm.Weekly)
        && (act != Act.Agree || request.Plan.Rhythm != Rhythm.Weekly);
}
