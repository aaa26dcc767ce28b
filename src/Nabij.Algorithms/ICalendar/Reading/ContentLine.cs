namespace Nabij.Algorithms.ICalendar.Reading;

/// <summary>
/// One property: NAME;PARAM=VALUE:value (RFC 5545, 3.1). The name and parameters are unfolded; the value is still as
/// the file has it, for most values are never looked into.
/// </summary>
internal readonly ref struct ContentLine(
    ReadOnlySpan<byte> name,
    ReadOnlySpan<byte> parameters,
    ReadOnlyMemory<byte> value,
    int number
)
{
    public ReadOnlySpan<byte> Name { get; } = name;

    public ReadOnlySpan<byte> Parameters { get; } = parameters;

    public ReadOnlyMemory<byte> Value { get; } = value;

    public int Number { get; } = number;

    /// <summary>The value on one line, in <paramref name="scratch"/> where it had to be unfolded.</summary>
    public ReadOnlySpan<byte> Unfolded(ref byte[] scratch)
    {
        var raw = Value.Span;
        if (!raw.Contains((byte)'\n'))
            return raw.Trim(" \t"u8);
        if (scratch.Length < raw.Length)
            scratch = new byte[raw.Length];
        return scratch.AsSpan(0, Folds.Remove(raw, scratch)).Trim(" \t"u8);
    }

    /// <summary>The value of a parameter without its quotes; empty where it is not given.</summary>
    public ReadOnlySpan<byte> Parameter(ReadOnlySpan<byte> name)
    {
        var rest = Parameters;
        while (!rest.IsEmpty)
        {
            var parameter = rest[..EndOfParameter(rest)];
            rest = rest[Math.Min(rest.Length, parameter.Length + 1)..];
            var equals = parameter.IndexOf((byte)'=');
            if (equals > 0 && PropertyNames.Same(parameter[..equals].Trim((byte)' '), name))
                return parameter[(equals + 1)..].Trim(" \""u8);
        }

        return [];
    }

    private static int EndOfParameter(ReadOnlySpan<byte> text)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == ';' && !quoted)
                return i;
        }

        return text.Length;
    }
}
