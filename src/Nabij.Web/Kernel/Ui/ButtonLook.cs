namespace Nabij.Kernel.Ui;

public enum ButtonKind
{
    Secondary,
    Primary,
    Subtle,
    Negative,
    Worry,
    OnBrand,
    OnBrandOutline,
}

public enum ButtonSize
{
    Normal,
    Wide,
    ExtraLarge,
}

internal static class ButtonLook
{
    public static string Css(ButtonKind kind, ButtonSize size, string? more = null)
    {
        var look = kind switch
        {
            ButtonKind.Primary => "nl-button--primary",
            ButtonKind.Subtle => "nl-button--subtle",
            ButtonKind.Negative => "nl-button--secondary nl-button--negative",
            ButtonKind.Worry => "nl-button--secondary nb-button--worry",
            ButtonKind.OnBrand => "nl-button--primary nb-button--onbrand",
            ButtonKind.OnBrandOutline => "nl-button--secondary nb-button--onbrand2",
            _ => "nl-button--secondary",
        };
        var width = size switch
        {
            ButtonSize.Wide => "nb-button--wide",
            ButtonSize.ExtraLarge => "nb-button--xl",
            _ => null,
        };
        return string.Join(' ', new[] { "nl-button", look, "nb-button", width, more }.OfType<string>());
    }
}
