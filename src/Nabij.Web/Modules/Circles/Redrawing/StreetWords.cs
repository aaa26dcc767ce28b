using Nabij.Kernel.Languages;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Redrawing;

internal static class StreetWords
{
    /// <summary>'Lindelaan', 'Lindelaan tot en met 14', 'Lindelaan vanaf 15'.</summary>
    public static string Street(this Texts t, StreetPart part) =>
        part switch
        {
            { To: { } to, From: null } => t["Circles.Part.To", ("street", part.Street), ("to", to)],
            { From: { } from, To: null } => t["Circles.Part.From", ("street", part.Street), ("from", from)],
            _ => part.Street,
        };
}
