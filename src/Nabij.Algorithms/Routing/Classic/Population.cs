namespace Nabij.Algorithms.Routing.Classic;

/// <summary>
/// Feasible and infeasible individuals apart, each kept between 25 and 65; who survives and who breeds depends on
/// cost and on
/// being different (biased fitness: Vidal et al., 2012).
/// </summary>
internal sealed class Population(PenaltyControl control)
{
    private const int Least = 25;
    private const int Generation = 40;
    private const int Elite = 4;
    private const int Close = 5;
    private readonly List<Individual> _feasible = [];
    private readonly List<Individual> _infeasible = [];

    public int Count => _feasible.Count + _infeasible.Count;

    public IEnumerable<Individual> All => _feasible.Concat(_infeasible);

    public void Add(Individual individual)
    {
        var group = individual.IsFeasible ? _feasible : _infeasible;
        foreach (var other in group)
        {
            var distance = individual.BrokenPairs(other);
            InsertNeighbour(other.Neighbours, distance, individual);
            InsertNeighbour(individual.Neighbours, distance, other);
        }
        group.Add(individual);
        if (group.Count > Least + Generation)
            Purge(group);
        Rank(group);
    }

    /// <summary>Two parents that are not the same, each the better of two drawn.</summary>
    public (Individual First, Individual Second) Parents(SeededRandom random)
    {
        var first = Tournament(random);
        var second = Tournament(random);
        for (var tries = 0; tries < 10 && (second == first || first.BrokenPairs(second) < 0.01); tries++)
            second = Tournament(random);
        return (first, second);
    }

    /// <summary>To be called after the penalties changed: the infeasible cost something else now.</summary>
    public void PenaltiesChanged() => Rank(_infeasible);

    public void Clear()
    {
        _feasible.Clear();
        _infeasible.Clear();
    }

    private Individual Tournament(SeededRandom random)
    {
        var (first, second) = (Draw(random), Draw(random));
        return first.Fitness <= second.Fitness ? first : second;
    }

    private Individual Draw(SeededRandom random)
    {
        var index = random.Below(Count);
        return index < _feasible.Count ? _feasible[index] : _infeasible[index - _feasible.Count];
    }

    private static void InsertNeighbour(
        List<(double Distance, Individual Other)> list,
        double distance,
        Individual other
    )
    {
        var index = list.Count;
        while (index > 0 && list[index - 1].Distance > distance)
            index--;
        list.Insert(index, (distance, other));
    }

    private void Purge(List<Individual> group)
    {
        while (group.Count > Least)
        {
            Rank(group);
            var worst =
                group.Where(i => i.Neighbours.Count > 0 && i.Neighbours[0].Distance < 1e-9).MaxBy(i => i.Fitness)
                ?? group.MaxBy(i => i.Fitness)!;
            group.Remove(worst);
            foreach (var other in group)
                other.Neighbours.RemoveAll(n => n.Other == worst);
        }
    }

    private void Rank(List<Individual> group)
    {
        var penalties = control.Current;
        group.Sort((a, b) => a.PenalisedCost(penalties).CompareTo(b.PenalisedCost(penalties)));
        var count = group.Count;
        var byDiversity = new (double Diversity, int Index)[count];
        for (var i = 0; i < count; i++)
            byDiversity[i] = (-group[i].MeanDistanceToNearest(Close), i);
        Array.Sort(byDiversity);
        var diversityWeight = 1 - ((double)Math.Min(Elite, count) / count);
        for (var rank = 0; rank < count; rank++)
        {
            var index = byDiversity[rank].Index;
            group[index].Fitness = ((double)index / count) + (diversityWeight * rank / count);
        }
    }
}
