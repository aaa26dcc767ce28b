namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// In which order the absent come back: drawn anew each time (section 5.3 of the paper, its weights for time
/// windows).
/// </summary>
internal sealed unsafe class RecreateOrder(ClassicProblem problem, SeededRandom random)
{
    private readonly int[] _keys = new int[problem.Count];

    public void Sort(Span<int> clients)
    {
        if (clients.Length < 2)
            return;
        var draw = random.Below(17);
        for (var i = 0; i < clients.Length; i++)
        {
            var (distance, client) = (problem.Distance[clients[i]], problem.Clients[clients[i]]);
            _keys[i] = draw switch
            {
                < 4 => (int)(random.NextBits() >> 1),
                < 8 => -client.Demand,
                < 10 => -distance,
                < 11 => distance,
                < 13 => client.Due - client.Ready,
                < 15 => client.Ready,
                _ => -client.Due,
            };
        }
        _keys.AsSpan(0, clients.Length).Sort(clients);
    }
}
