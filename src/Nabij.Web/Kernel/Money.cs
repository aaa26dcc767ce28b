using System.Globalization;

namespace Nabij.Kernel;

/// <summary>An amount in whole euro cents, so that what is added up is exactly what was typed.</summary>
public readonly record struct Money(int Cents)
{
    public static readonly Money None = new(0);

    /// <summary>Above this a typing mistake is likelier than an amount: a hundred thousand euro.</summary>
    private const decimal Most = 100_000m;

    public static Money operator +(Money one, Money other) => new(one.Cents + other.Cents);

    public static Money operator *(Money amount, int times) => new(amount.Cents * times);

    public static Money Add(Money left, Money right) => left + right;

    public static Money Multiply(Money left, int right) => left * right;

    /// <summary>'12', '12,50', '12.50' and '€ 12,5' as people type them; null is no amount.</summary>
    public static Money? Read(string? typed)
    {
        var text = (typed ?? "").Replace('€', ' ').Trim().Replace(',', '.');
        if (text.Length == 0)
            return None;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var euros)
            && euros <= Most
            && decimal.Round(euros, 2) == euros
            ? new((int)(euros * 100))
            : null;
    }
}
