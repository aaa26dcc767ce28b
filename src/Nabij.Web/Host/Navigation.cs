using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Ui;

namespace Nabij.Host;

/// <summary>What stands in the menu, for whom. Never more than five: the rest is found on the pages themselves.</summary>
public static class Navigation
{
    private static readonly Entry[] OfVisitors =
        [new("Menu.Start", "home", "/"), new("Menu.Calendar", "calendar", "/agenda"), new("Menu.Ask", "lifebuoy", "/hulp-vragen")];

    private static readonly Entry[] OfResidents =
    [
        new("Menu.Start", "home", "/"),
        new("Menu.Calendar", "calendar", "/agenda"),
        new("Menu.MyCircle", "users-group", "/mijn-cirkel"),
        new("Menu.MyHelp", "heart-handshake", "/mijn-hulp"),
    ];

    private static readonly Entry[] OfTheDesk =
    [
        new("Menu.Overview", "layout-dashboard", "/bureau"),
        new("Menu.Requests", "help-circle", "/vragen"),
        new("Menu.Calls", "phone", "/bellijst"),
        new("Menu.People", "users", "/mensen"),
        new("Menu.Circles", "users-group", "/cirkels"),
    ];

    /// <summary>Whether this person is here to work: the desk and its pages.</summary>
    public static bool Works(CurrentPerson person) => person.Is(Role.DistrictSupporter);

    public static IReadOnlyList<NavItem> MenuOf(CurrentPerson person, Texts t, string here)
    {
        var entries = Works(person) ? OfTheDesk : person.IsKnown ? OfResidents : OfVisitors;
        return [.. entries.Select(e => new NavItem(t[e.Text], e.Icon, e.Path[1..], e.Path == here))];
    }

    private sealed record Entry(string Text, string Icon, string Path);
}
