using System.Collections;

namespace Nabij.Algorithms.ICalendar;

/// <summary>
/// A short immutable list that equals another one with the same values, so that records holding it compare by value.
/// </summary>
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? items;

    /// <summary>A list of these values.</summary>
    public ValueList(params ReadOnlySpan<T> items) => this.items = items.IsEmpty ? null : items.ToArray();

    /// <inheritdoc/>
    public int Count => items?.Length ?? 0;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => items is null;

    /// <summary>The values without copying.</summary>
    public ReadOnlySpan<T> Span => items;

    /// <inheritdoc/>
    public T this[int index] => Span[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T> other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Span)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>Walks the values.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (items ?? []).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Span.ToArray());

    /// <summary>Whether two lists hold the same values in the same order.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}
