namespace Nabij.Demo.Residents;

/// <summary>How old the people of a neighbourhood platform are: it begins with the oldest, and with who has time.</summary>
public static class Ages
{
    public const int Old = 75;
    public const int Retired = 67;

    public static int Next(Random random) =>
        random.Share((34, 0), (22, 1), (26, 2), (14, 3), (4, 4)) switch
        {
            0 => random.Next(Old, 96),
            1 => random.Next(Retired - 2, Old),
            2 => random.Next(42, Retired - 2),
            3 => random.Next(23, 42),
            _ => random.Next(16, 23),
        };

    /// <summary>Of somebody who lives with somebody of this age.</summary>
    public static int AtHomeWith(int age, Random random) => Math.Clamp(age + random.Next(-6, 7), 16, 99);
}
