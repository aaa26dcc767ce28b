using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Nabij.Kernel.Outgoing;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Feeds.Fetching;
using NodaTime;

namespace Nabij.Tests.Modules.Calendar.Feeds;

/// <summary>Somebody gives us an address; what answers there may be anything.</summary>
public sealed class FetchingTests
{
    private const string Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";

    [Fact]
    public async Task A_calendar_comes_with_the_marks_of_its_version()
    {
        await using var library = FeedHost.Saying(_ => FeedHost.Ok(Calendar, "ETag: \"juni\"", "Last-Modified: Tue, 02 Jun 2026 07:00:00 GMT"));
        using var fetching = new Fetching(Fetching.From(library));

        var content = Assert.IsType<Fetched.Content>(await fetching.AskAsync(library.Address));

        Assert.Equal(Calendar, Encoding.UTF8.GetString(content.Bytes));
        Assert.Equal(new("\"juni\"", "Tue, 02 Jun 2026 07:00:00 GMT"), content.Version);
        Assert.Null(content.MovedTo);
    }

    [Fact]
    public async Task A_calendar_that_did_not_change_is_not_sent_again()
    {
        await using var library = FeedHost.Saying(request =>
            request.Contains("If-None-Match: W/\"juni\"", StringComparison.Ordinal) && request.Contains("If-Modified-Since: gisteren", StringComparison.Ordinal)
                ? FeedHost.Status(304)
                : FeedHost.Ok(Calendar)
        );
        using var fetching = new Fetching(Fetching.From(library));

        Assert.IsType<Fetched.AsBefore>(await fetching.AskAsync(library.Address, new("W/\"juni\"", "gisteren")));
    }

    [Theory]
    [InlineData("http://127.0.0.1/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://localhost/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://169.254.169.254/latest/meta-data/", FeedTrouble.NotPublic)]
    [InlineData("http://[::1]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[::ffff:127.0.0.1]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[::ffff:a9fe:a9fe]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[fe80::1]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[fd00::1]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[64:ff9b::7f00:1]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://[2002:7f00:1::]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://2130706433/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://0x7f000001/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://0177.0.0.1/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://127.1/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://0/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://10.1.2.3/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://172.31.255.255/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://192.168.1.1/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://100.64.0.1/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("https://[::]/agenda.ics", FeedTrouble.NotPublic)]
    [InlineData("http://127.0.0.1:22/", FeedTrouble.PortNotAllowed)]
    [InlineData("http://127.0.0.1:5432/", FeedTrouble.PortNotAllowed)]
    [InlineData("http://riet:geheim@buurthuis.example/", FeedTrouble.NotAWebAddress)]
    [InlineData("file:///etc/passwd", FeedTrouble.NotAWebAddress)]
    [InlineData("ftp://buurthuis.example/agenda.ics", FeedTrouble.NotAWebAddress)]
    [InlineData("gopher://127.0.0.1:70/_x", FeedTrouble.NotAWebAddress)]
    public async Task What_is_not_on_the_public_internet_is_not_asked_directly_and_not_after_a_redirect(string inside, FeedTrouble why)
    {
        await using var buurthuis = FeedHost.Saying(_ => FeedHost.Status(302, $"Location: {inside}"));
        using var fetching = new Fetching(Fetching.From(buurthuis));

        Assert.Equal(new Fetched.Failed(why), await fetching.AskAsync(new Uri(inside)));
        Assert.Equal(new Fetched.Failed(why), await fetching.AskAsync(buurthuis.Address));
    }

    [Fact]
    public async Task A_server_beside_us_is_never_reached_not_even_with_a_connection()
    {
        await using var secret = FeedHost.On(IPAddress.Loopback);
        await using var buurthuis = FeedHost.Saying(_ => FeedHost.Status(301, $"Location: http://{secret.At}/"));
        var settings = Fetching.From(buurthuis) with { AlsoFrom = [buurthuis.At.ToString(), $"127.9.9.9:{secret.At.Port}"] };
        using var fetching = new Fetching(settings);

        Assert.Equal(new Fetched.Failed(FeedTrouble.NotPublic), await fetching.AskAsync(buurthuis.Address));
        Assert.Empty(secret.Requests);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.7")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:192.168.0.1")]
    public async Task A_name_that_leads_inside_is_refused(string address)
    {
        using var fetching = new Fetching(new(), new Names(address));

        Assert.Equal(new Fetched.Failed(FeedTrouble.NotPublic), await fetching.AskAsync(new("http://agenda.buurthuis.example/")));
    }

    [Fact]
    public async Task A_name_that_changes_its_address_after_it_was_judged_leads_nowhere()
    {
        await using var buurthuis = FeedHost.Saying(_ => FeedHost.Status(307, "Location: /nieuw"));
        using var fetching = new Fetching(Fetching.From(buurthuis), new Names("127.0.0.1", "127.0.0.2"));
        var address = new Uri($"http://agenda.buurthuis.example:{buurthuis.At.Port}/");

        Assert.Equal(new Fetched.Failed(FeedTrouble.NotPublic), await fetching.AskAsync(address));
        Assert.Single(buurthuis.Requests);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_says_so()
    {
        using var fetching = new Fetching(new(), new NoNames());

        Assert.Equal(new Fetched.Failed(FeedTrouble.NameUnknown), await fetching.AskAsync(new("http://bestaat-niet.example/")));
    }

    [Fact]
    public async Task Redirects_are_followed_so_often_and_no_further()
    {
        await using var round = FeedHost.Saying(_ => FeedHost.Status(302, "Location: /agenda.ics"));
        using var fetching = new Fetching(Fetching.From(round));

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooManyRedirects), await fetching.AskAsync(round.Address));
        Assert.Equal(6, round.Requests.Count);
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    public async Task Who_moved_for_good_is_known_by_the_new_address(int status, bool forGood)
    {
        await using var church = FeedHost.Saying(request =>
            request.StartsWith("GET /agenda.ics ", StringComparison.Ordinal) ? FeedHost.Status(status, "Location: /nieuw/agenda.ics") : FeedHost.Ok(Calendar)
        );
        using var fetching = new Fetching(Fetching.From(church));

        var content = Assert.IsType<Fetched.Content>(await fetching.AskAsync(church.Address));

        Assert.Equal(forGood ? new Uri(church.Address, "/nieuw/agenda.ics") : null, content.MovedTo);
    }

    [Theory]
    [InlineData(404, FeedTrouble.NotFound)]
    [InlineData(410, FeedTrouble.Gone)]
    [InlineData(401, FeedTrouble.NeedsSignIn)]
    [InlineData(403, FeedTrouble.NeedsSignIn)]
    [InlineData(500, FeedTrouble.ServerFailed)]
    [InlineData(418, FeedTrouble.NotFound)]
    public async Task What_a_server_says_has_its_word(int status, FeedTrouble why)
    {
        await using var school = FeedHost.Saying(_ => FeedHost.Status(status));
        using var fetching = new Fetching(Fetching.From(school));

        Assert.Equal(new Fetched.Failed(why), await fetching.AskAsync(school.Address));
    }

    [Fact]
    public async Task A_server_that_is_too_busy_is_left_alone_as_long_as_it_asks()
    {
        await using var school = FeedHost.Saying(_ => FeedHost.Status(429, "Retry-After: 7200"));
        await using var club = FeedHost.Saying(_ => FeedHost.Status(503, "Retry-After: Tue, 02 Jun 2026 08:10:00 GMT"));
        using var fetching = new Fetching(Fetching.From(school, club), time: new SandGlass());

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooBusy, Duration.FromHours(2)), await fetching.AskAsync(school.Address));
        Assert.Equal(new Fetched.Failed(FeedTrouble.TooBusy, Duration.FromHours(1)), await fetching.AskAsync(club.Address));
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_gigabyte_is_put_down_when_it_is_too_large()
    {
        var bomb = Bomb(megabytes: 200);
        await using var prankster = FeedHost.Doing(async (stream, ct) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n"), ct);
            await stream.WriteAsync(bomb, ct);
        });
        using var fetching = new Fetching(Fetching.From(prankster) with { MostBytes = 100_000 });

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooLarge), await fetching.AskAsync(prankster.Address));
        Assert.InRange(bomb.Length, 1, 1_000_000);
    }

    [Fact]
    public async Task A_feed_of_a_gigabyte_is_not_begun_when_it_says_so_and_put_down_when_it_does_not()
    {
        await using var honest = FeedHost.Saying(_ => "HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\nBEGIN:VCALENDAR");
        var sent = 0L;
        await using var endless = FeedHost.Doing(async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"u8.ToArray(), ct);
            for (var line = Encoding.ASCII.GetBytes(new string('X', 4096)); sent < 1_073_741_824; sent += line.Length)
                await stream.WriteAsync(line, ct);
        });
        using var fetching = new Fetching(Fetching.From(honest, endless) with { MostBytes = 200_000 });

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooLarge), await fetching.AskAsync(honest.Address));
        Assert.Equal(new Fetched.Failed(FeedTrouble.TooLarge), await fetching.AskAsync(endless.Address));
        Assert.InRange(sent, 0, 100_000_000);
    }

    [Fact]
    public async Task A_feed_that_falls_silent_halfway_is_put_down()
    {
        var glass = new SandGlass();
        var reached = new TaskCompletionSource();
        await using var slow = FeedHost.Doing(async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\nBEGIN:"u8.ToArray(), ct);
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
        });
        using var fetching = new Fetching(Fetching.From(slow) with { PatienceInSilence = TimeSpan.FromSeconds(10) }, time: glass);

        var asked = fetching.AskAsync(slow.Address);
        await reached.Task;
        glass.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooSlow), await asked);
    }

    [Fact]
    public async Task A_feed_that_drips_byte_by_byte_is_put_down_when_the_time_for_all_of_it_is_over()
    {
        var glass = new SandGlass();
        var drops = 0;
        await using var tap = FeedHost.Doing(async (stream, ct) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), ct);
            for (; ; drops++)
            {
                await stream.WriteAsync("X"u8.ToArray(), ct);
                glass.Run(TimeSpan.FromSeconds(1)); // a second of the hourglass for each byte
            }
        });
        using var fetching = new Fetching(Fetching.From(tap) with { Patience = TimeSpan.FromSeconds(30), PatienceInSilence = TimeSpan.FromSeconds(100) }, time: glass);

        Assert.Equal(new Fetched.Failed(FeedTrouble.TooSlow), await fetching.AskAsync(tap.Address));
    }

    [Fact]
    public async Task What_breaks_off_or_cannot_be_unpacked_says_so()
    {
        await using var cut = FeedHost.Saying(_ => "HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\nBEGIN");
        await using var torn = FeedHost.Saying(_ => "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\nConnection: close\r\n\r\ngeen gzip hé");
        await using var babble = FeedHost.Saying(_ => "220 welkom bij de mailserver\r\n");
        using var fetching = new Fetching(Fetching.From(cut, torn, babble));

        Assert.Equal(new Fetched.Failed(FeedTrouble.NoAnswer), await fetching.AskAsync(cut.Address));
        Assert.Equal(new Fetched.Failed(FeedTrouble.Unreadable), await fetching.AskAsync(torn.Address));
        Assert.Equal(new Fetched.Failed(FeedTrouble.NoAnswer), await fetching.AskAsync(babble.Address));
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_answer()
    {
        var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var at = (IPEndPoint)nobody.LocalEndpoint;
        nobody.Stop();
        using var fetching = new Fetching(new() { AlsoFrom = [at.ToString()] });

        Assert.Equal(new Fetched.Failed(FeedTrouble.NoAnswer), await fetching.AskAsync(new($"http://{at}/")));
    }

    [Theory]
    [InlineData("webcal://kerk.example/agenda.ics", "https://kerk.example/agenda.ics")]
    [InlineData("kerk.example/agenda", "https://kerk.example/agenda")]
    [InlineData("  http://kerk.example/a b ", "http://kerk.example/a%20b")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://kerk.example/", null)]
    [InlineData("", null)]
    public void An_address_is_read_as_people_paste_it(string typed, string? address) => Assert.Equal(address, FeedAddress.Read(typed)?.AbsoluteUri);

    private static byte[] Bomb(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var nothing = new byte[1_000_000];
            for (var i = 0; i < megabytes; i++)
                gzip.Write(nothing);
        }
        return packed.ToArray();
    }

    private sealed class NoNames : IResolveNames
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct) => Task.FromResult<IReadOnlyList<IPAddress>>([]);
    }
}
