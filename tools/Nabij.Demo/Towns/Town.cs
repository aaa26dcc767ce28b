using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Ui.Theming;

namespace Nabij.Demo.Towns;

/// <summary>A place of the demo. <paramref name="CbsCode"/> is that of its municipality ('GM0532') or wijk ('WK034410').</summary>
/// <param name="Slug">In the address on the web, and in the file of addresses.</param>
/// <param name="Name">Of the platform.</param>
/// <param name="Municipality">In which it lies.</param>
/// <param name="CbsCode">Whose buurten are its buurten.</param>
/// <param name="AreaCode">With which telephone numbers begin.</param>
/// <param name="Theme">Its colours.</param>
/// <param name="OfficeHours">When the telephone is answered.</param>
public sealed record Town(
    string Slug,
    string Name,
    string Municipality,
    string CbsCode,
    string AreaCode,
    ThemeChoice Theme,
    string OfficeHours
)
{
    public Community NewCommunity() =>
        new(Slug, Name, Municipality)
        {
            PhoneNumber = FictitiousNumbers.OfOffice(AreaCode),
            OfficeHours = OfficeHours,
            MailAddress = $"hallo@{Slug}.example",
            Theme = Theme.Name,
        };
}
