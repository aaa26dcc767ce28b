namespace Nabij.Modules.HelpRequests.Contracts;

/// <summary>How it stands with a request for help.</summary>
public enum HelpState
{
    /// <summary>Neighbours are being asked, ring by ring.</summary>
    Searching,

    /// <summary>Nobody was found yet: the desk looks for another way.</summary>
    OnDesk,

    /// <summary>Somebody said 'Dat doe ik'.</summary>
    Found,

    /// <summary>An organisation has taken it on.</summary>
    HandedOver,

    /// <summary>The day is past; both sides are asked whether it worked.</summary>
    AskedAfterwards,

    /// <summary>It worked, and the helper was thanked.</summary>
    Thanked,

    /// <summary>The day is past and nobody answered whether it worked.</summary>
    Closed,

    /// <summary>No longer needed.</summary>
    Withdrawn,

    /// <summary>The day passed before anybody was found.</summary>
    Expired,
}

/// <summary>How soon help is needed: it sets how fast the rings widen.</summary>
public enum Urgency
{
    Today,
    ThisWeek,
    NoHurry,
}
