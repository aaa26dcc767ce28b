using System.Net;
using Nabij.Kernel.Time;
using Nabij.Modules.Calendar.Feeds.Fetching;
using NodaTime;

namespace Nabij.Demo.Feeds;

/// <summary>The calendars that the organisations of Wijk bij Duurstede keep in the demo, on a port of this machine.</summary>
public static class DemoCalendars
{
    private const int Port = 5099;
    private const int Tellings = 420;
    private const int Days = 500;
    private const int Seed = 35;

    /// <summary>The demo fetches from its own port, which is nowhere on the public internet.</summary>
    public static FeedSettings Settings { get; } = new() { AlsoFrom = [new IPEndPoint(IPAddress.Loopback, Port).ToString()] };

    /// <summary>Serves them, if no other demo does so already: those of one year are the same.</summary>
    public static async Task<FeedServer?> TryStartAsync(IClock clock)
    {
        var today = clock.GetCurrentInstant().TodayAt();
        try
        {
            return await FeedServer.StartAsync(new YearOfFeeds(Tellings, new(today.Year, 1, 1), Days, Seed), today, Port);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static Uri AddressOf(FeedOrganisation organisation) => FeedServer.AddressOf(organisation, new(IPAddress.Loopback, Port));
}

/// <summary>The server that this demo keeps going, if it does.</summary>
public sealed record DemoCalendarsServed(FeedServer? Server);
