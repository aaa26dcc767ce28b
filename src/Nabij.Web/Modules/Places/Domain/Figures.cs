using System.Globalization;

namespace Nabij.Modules.Places.Domain;

public static class Figures
{
    extension(int count)
    {
        /// <summary>'12.530', as figures are written here.</summary>
        public string Grouped => count.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');
    }
}
