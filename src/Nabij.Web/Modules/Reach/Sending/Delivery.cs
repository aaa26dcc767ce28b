namespace Nabij.Modules.Reach.Sending;

/// <summary>What a mail server or gateway said.</summary>
public enum Delivery
{
    Taken,

    /// <summary>Not now: it is away, busy, or says so itself.</summary>
    Later,

    /// <summary>Not to this address.</summary>
    Never,
}
