using Nabij.Kernel.Ui.Theming;

namespace Nabij.Demo.Towns;

public static class FourTowns
{
    public static readonly Town Vleuten = new(
        "vleuten-de-meern",
        "Vleuten-De Meern",
        "Utrecht",
        "WK034410",
        "030",
        ThemeChoice.Basis,
        "maandag tot en met vrijdag, van 9.00 tot 13.00 uur"
    );

    public static readonly Town Wijk = new(
        "wijk-bij-duurstede",
        "Wijk bij Duurstede",
        "Wijk bij Duurstede",
        "GM0352",
        "0343",
        ThemeChoice.Rivier,
        "maandag tot en met vrijdag, van 9.00 tot 16.00 uur"
    );

    public static readonly Town StedeBroec = new(
        "stede-broec",
        "Stede Broec",
        "Stede Broec",
        "GM0532",
        "0228",
        ThemeChoice.Baksteen,
        "maandag tot en met donderdag, van 9.00 tot 16.00 uur"
    );

    public static readonly Town Deventer = new(
        "deventer",
        "Deventer",
        "Deventer",
        "GM0150",
        "0570",
        ThemeChoice.Heide,
        "maandag tot en met zaterdag, van 8.30 tot 17.30 uur"
    );

    public static readonly IReadOnlyList<Town> All = [Vleuten, Wijk, StedeBroec, Deventer];
}
