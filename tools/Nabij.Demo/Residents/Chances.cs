namespace Nabij.Demo.Residents;

public static class Chances
{
    extension(Random random)
    {
        public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

        /// <summary>True in so many of a hundred cases.</summary>
        public bool Percent(int chance) => random.Next(100) < chance;

        /// <summary>One of these, each with its share; the shares add up to a hundred.</summary>
        public T Share<T>(params ReadOnlySpan<(int Percent, T Value)> shares)
        {
            var left = random.Next(100);
            foreach (var (percent, value) in shares)
            {
                if ((left -= percent) < 0)
                    return value;
            }
            return shares[^1].Value;
        }
    }
}
