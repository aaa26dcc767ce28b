using System.Numerics;

namespace Nabij.Algorithms.Districting;

/// <summary>The walking graph as the search wants it, and the question whether a circle hangs together without one of
/// its places.</summary>
/// <remarks>Per place and neighbour a mask tells which of the other neighbours are neighbours of that one. If the
/// neighbours in the circle hang together among themselves, so does the circle: a few bit operations. Only where they
/// do not is the circle walked through.</remarks>
internal sealed class Links
{
    private const int MaskBits = 64;

    private readonly int[] _start;
    private readonly int[] _head;
    private readonly ulong[] _beside;
    private readonly int[] _seen;
    private readonly int[] _queue;
    private int _visit;

    public Links(WalkingGraph graph)
    {
        _start = new int[graph.Places + 1];
        for (var place = 0; place < graph.Places; place++)
            _start[place + 1] = _start[place] + graph.Of(place).Length;
        (_head, Tail) = (new int[_start[^1]], new int[_start[^1]]);
        _beside = new ulong[_head.Length];
        (_seen, _queue) = (new int[graph.Places], new int[graph.Places]);
        for (var place = 0; place < graph.Places; place++)
        {
            graph.Of(place).CopyTo(_head.AsSpan(_start[place]));
            Tail.AsSpan(_start[place], graph.Of(place).Length).Fill(place);
            NoteWhoIsBeside(graph, place);
        }
    }

    /// <summary>Number of directed links.</summary>
    public int Count => _head.Length;

    public int[] Tail { get; }

    public int[] Head => _head;

    public ReadOnlySpan<int> Of(int place) => _head.AsSpan(_start[place], _start[place + 1] - _start[place]);

    /// <summary>Whether the rest of its circle still hangs together when a place leaves it.</summary>
    public bool HangsTogetherWithout(int place, int[] circleOf)
    {
        var circle = circleOf[place];
        var neighbours = Of(place);
        if (neighbours.Length > MaskBits)
            return IsReached(place, circleOf);
        var within = 0UL;
        for (var slot = 0; slot < neighbours.Length; slot++)
            if (circleOf[neighbours[slot]] == circle)
                within |= 1UL << slot;
        if ((within & (within - 1)) == 0)
            return true;
        return HangTogether(within, _start[place]) || IsReached(place, circleOf);
    }

    /// <summary>How many places of its circle can be reached from a place without leaving the circle, itself
    /// included.</summary>
    public int ReachedFrom(int place, int[] circleOf)
    {
        var (visit, end) = (++_visit, 1);
        (_queue[0], _seen[place]) = (place, visit);
        for (var at = 0; at < end; at++)
            foreach (var next in Of(_queue[at]))
                if (circleOf[next] == circleOf[place] && _seen[next] != visit)
                    (_queue[end++], _seen[next]) = (next, visit);
        return end;
    }

    private bool HangTogether(ulong within, int start)
    {
        var reached = 1UL << BitOperations.TrailingZeroCount(within);
        for (var fresh = reached; fresh != 0; )
        {
            var slot = BitOperations.TrailingZeroCount(fresh);
            fresh &= fresh - 1;
            var further = _beside[start + slot] & within & ~reached;
            reached |= further;
            fresh |= further;
        }
        return reached == within;
    }

    /// <summary>Walks through the circle from one neighbour until all the others are met.</summary>
    private bool IsReached(int without, int[] circleOf)
    {
        var circle = circleOf[without];
        var (visit, end, missing) = (++_visit, 0, 0);
        _seen[without] = visit;
        foreach (var neighbour in Of(without))
        {
            if (circleOf[neighbour] != circle)
                continue;
            if (end == 0)
                (_queue[end++], _seen[neighbour]) = (neighbour, visit);
            else
                missing++;
        }
        // Neighbours of the place are counted down as they are met.
        for (var at = 0; at < end && missing > 0; at++)
            foreach (var next in Of(_queue[at]))
            {
                if (circleOf[next] != circle || _seen[next] == visit)
                    continue;
                (_queue[end++], _seen[next]) = (next, visit);
                if (Of(next).BinarySearch(without) >= 0)
                    missing--;
            }
        return missing == 0;
    }

    private void NoteWhoIsBeside(WalkingGraph graph, int place)
    {
        var neighbours = graph.Of(place);
        for (var slot = 0; slot < Math.Min(neighbours.Length, MaskBits); slot++)
        for (var other = 0; other < Math.Min(neighbours.Length, MaskBits); other++)
            if (graph.Of(neighbours[slot]).BinarySearch(neighbours[other]) >= 0)
                _beside[_start[place] + slot] |= 1UL << other;
    }
}
