namespace Nabij.Modules.Calendar.Domain;

/// <summary>What one does there.</summary>
public enum Theme
{
    Meet,
    Move,
    Eat,
    Make,
    Advice,
}

/// <summary>For whom it is meant first; others are hardly ever sent away.</summary>
public enum Audience
{
    Everyone,
    Seniors,
    Carers,
    Families,
    Children,
    Newcomers,
}

/// <summary>How much it asks of the body.</summary>
public enum Level
{
    NotSaid,
    Gentle,
    Average,
    Sporty,
}

/// <summary>What one wants to know before daring to go. What is not said is not promised.</summary>
[Flags]
public enum AccessFacts
{
    None = 0,
    Wheelchair = 1,
    Toilet = 2,
    Lift = 4,
    InductionLoop = 8,
    Quiet = 16,
    ComeAlone = 32,
    SomeoneFetches = 64,
}

/// <summary>How we know of an activity.</summary>
public enum Source
{
    Typed,
    Phoned,
    Feed,
}

public enum PartOfDay
{
    Morning,
    Afternoon,
    Evening,
}

public enum DateState
{
    GoesOn,
    Moved,
    Cancelled,
}

/// <summary>How sure we are that it goes on.</summary>
public enum Freshness
{
    /// <summary>Somebody who knows said so, and that still holds.</summary>
    Confirmed,

    /// <summary>The host was asked 'Gaat dit nog door?'</summary>
    Asked,

    /// <summary>No answer came: somebody calls.</summary>
    ToCall,

    /// <summary>Nobody said so in time: it leaves paper and referrals, and the screen says why.</summary>
    Silent,
}

public enum ConfirmedHow
{
    Typed,
    ByFeed,
    ByLink,
    ByPhone,
}
