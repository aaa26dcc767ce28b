namespace Nabij.Benchmarks.ICalendar;

/// <summary>
/// Changes to calendar files as libFuzzer makes them: bytes, numbers, lines and halves of two files, a few at a time.
/// </summary>
internal sealed class Mutation(IReadOnlyList<byte[]> corpus, int seed)
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "BEGIN:VTIMEZONE\r\n",
            "RRULE:FREQ=SECONDLY\r\n",
            "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYSETPOS=-1\r\n",
            "DTSTART:99981231T235959\r\n",
            "DTSTART:00010101T000000Z\r\n",
            "DURATION:P36525D\r\n",
            ";INTERVAL=2147483647",
            ";COUNT=2147483647",
            ";BYDAY=-53SU",
            "\"",
            ":",
            ";",
            "\r\n ",
            "\0",
            "\\",
            "TZOFFSETFROM:+1800\r\n",
            "RDATE;VALUE=PERIOD:20260101T000000Z/P1W\r\n",
            "RANGE=THISANDFUTURE",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    private readonly Random random = new(seed);

    public byte[] Next()
    {
        var file = corpus[random.Next(corpus.Count)].ToList();
        for (var changes = random.Next(1, 9); changes > 0 && file.Count > 0; changes--)
            Change(file);
        return [.. file];
    }

    private void Change(List<byte> file)
    {
        var at = random.Next(file.Count);
        switch (random.Next(7))
        {
            case 0:
                file[at] = (byte)random.Next(256);
                break;
            case 1:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                file.RemoveRange(at, Math.Min(random.Next(1, 40), file.Count - at));
                break;
            case 3:
                file.InsertRange(at, Words[random.Next(Words.Length)]);
                break;
            case 4:
                ChangeNumber(file, at);
                break;
            case 5:
                DoubleLine(file, at);
                break;
            case 6:
                Splice(file, at);
                break;
        }
    }

    private void ChangeNumber(List<byte> file, int at)
    {
        while (at < file.Count && !char.IsAsciiDigit((char)file[at]))
            at++;
        for (; at < file.Count && char.IsAsciiDigit((char)file[at]); at++)
            file[at] = (byte)('0' + random.Next(10));
    }

    private static void DoubleLine(List<byte> file, int at)
    {
        var start = file.LastIndexOf((byte)'\n', at) + 1;
        var end = file.IndexOf((byte)'\n', at);
        if (end > start)
            file.InsertRange(start, file.GetRange(start, end + 1 - start));
    }

    private void Splice(List<byte> file, int at)
    {
        var other = corpus[random.Next(corpus.Count)];
        file.RemoveRange(at, file.Count - at);
        if (other.Length > 0)
            file.AddRange(other.Skip(random.Next(other.Length)));
    }
}
