namespace Nabij.Modules.Calendar.Domain;

/// <summary>Why a feed could not be fetched. Each has its sentence on screen.</summary>
public enum FeedTrouble
{
    /// <summary>Not http or https, or with a name and password in it.</summary>
    NotAWebAddress,

    /// <summary>Another port than 80 or 443.</summary>
    PortNotAllowed,

    /// <summary>It leads to an address that is not on the public internet.</summary>
    NotPublic,

    /// <summary>The domain name does not exist.</summary>
    NameUnknown,

    /// <summary>Nothing answers at that address, or the answer breaks off.</summary>
    NoAnswer,

    /// <summary>The secured connection could not be trusted.</summary>
    NotSecure,

    TooSlow,
    TooLarge,
    TooManyRedirects,

    /// <summary>404.</summary>
    NotFound,

    /// <summary>410: it was there and will not come back.</summary>
    Gone,

    /// <summary>401 or 403.</summary>
    NeedsSignIn,

    /// <summary>429 or 503.</summary>
    TooBusy,

    /// <summary>The server says that something went wrong there.</summary>
    ServerFailed,

    /// <summary>What was sent cannot be unpacked.</summary>
    Unreadable,

    /// <summary>Something came, but no calendar.</summary>
    NotACalendar,
}
