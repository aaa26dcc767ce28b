namespace Nabij.Demo.Weeks;

/// <summary>How it goes with a question, as far as the story decides and not chance.</summary>
public enum Fortune
{
    Usual,

    /// <summary>The first who is asked says yes.</summary>
    FoundAtOnce,

    /// <summary>Nobody has time, nor has an organisation.</summary>
    NobodyHasTime,

    /// <summary>Neighbours have no time, an organisation has.</summary>
    OnlyOrganisation,

    /// <summary>Somebody says yes and cannot after all.</summary>
    HelperDropsOut,

    /// <summary>Somebody helps, and neither side says how it went.</summary>
    NobodySaysHow,

    /// <summary>It did not work the first time.</summary>
    DoesNotWork,

    /// <summary>It is no longer needed.</summary>
    Withdrawn,
}
