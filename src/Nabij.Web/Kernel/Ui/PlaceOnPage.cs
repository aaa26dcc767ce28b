using Microsoft.AspNetCore.Components;

namespace Nabij.Kernel.Ui;

public static class PlaceOnPage
{
    /// <summary>
    /// A link to an element of this very page. A bare '#id' would be read from the page's base element and lead away,
    /// and with it everything that was just typed.
    /// </summary>
    public static string LinkTo(this NavigationManager navigation, string id) =>
        $"{new Uri(navigation.Uri).PathAndQuery}#{id}";
}
