namespace Nabij.Kernel.Identity;

/// <summary>With which program; names that their owners recognise in a list, and nothing that tells one device from another.</summary>
public enum BrowserName
{
    Other,
    Chrome,
    Edge,
    Firefox,
    Safari,
    Samsung,
}

/// <summary>On what.</summary>
public enum DeviceName
{
    Other,
    Android,
    IPad,
    IPhone,
    Linux,
    Mac,
    Windows,
}

/// <summary>Reads from the header <c>User-Agent</c> what its owner would call it. The header itself is not kept.</summary>
public static class Devices
{
    /// <summary>Each says of itself that it is the ones below it too.</summary>
    private static readonly (string Sign, BrowserName Name)[] Browsers =
    [
        ("SamsungBrowser/", BrowserName.Samsung),
        ("Edg", BrowserName.Edge),
        ("Firefox/", BrowserName.Firefox),
        ("FxiOS/", BrowserName.Firefox),
        ("Chrome/", BrowserName.Chrome),
        ("CriOS/", BrowserName.Chrome),
        ("Safari/", BrowserName.Safari),
    ];

    private static readonly (string Sign, DeviceName Name)[] Kinds =
    [
        ("Android", DeviceName.Android),
        ("iPhone", DeviceName.IPhone),
        ("iPad", DeviceName.IPad),
        ("Windows", DeviceName.Windows),
        ("Macintosh", DeviceName.Mac),
        ("Linux", DeviceName.Linux),
    ];

    public static (BrowserName Browser, DeviceName Device) Read(string userAgent) => (Find(Browsers, userAgent), Find(Kinds, userAgent));

    /// <summary>The first whose sign is in it, or 'other', which is the default.</summary>
    private static TName Find<TName>((string Sign, TName Name)[] known, string userAgent)
        where TName : struct, Enum => Array.Find(known, k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
