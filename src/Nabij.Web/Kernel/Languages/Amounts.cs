using System.Globalization;

namespace Nabij.Kernel.Languages;

/// <summary>Amounts as people write them.</summary>
public static class Amounts
{
    extension(Texts t)
    {
        /// <summary>'€ 12,50', not broken over two lines.</summary>
        public string Money(Money amount) => $"€\u00a0{t.Euros(amount)}";

        /// <summary>'12,50', as a spreadsheet takes it.</summary>
        public string Euros(Money amount) => (amount.Cents / 100m).ToString("N2", CultureInfo.GetCultureInfo(t.Language));
    }
}
