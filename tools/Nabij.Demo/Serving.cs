using Nabij.Demo.Feeds;
using Nabij.Demo.Telling;
using Nabij.Host;
using NodaTime;

namespace Nabij.Demo;

/// <summary>The platform with two things more: seeded neighbourhoods, and a page to sign in as one of their people.</summary>
public static class Serving
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var calendars = await DemoCalendars.TryStartAsync(SystemClock.Instance);
        var app = Build(args, services => services.AddSingleton(new DemoCalendarsServed(calendars)));
        await app.Services.MigrateAsync(CancellationToken.None);
        await Seeding.SeedIfEmptyAsync(app.Services, Console.Out);

        calendars?.IsLater = true;

        var urls = app.Configuration["urls"] ?? "http://127.0.0.1:5080";
        Console.WriteLine(
            $"""

            Nabij runs. Choose who you are at
                {urls}/stede-broec/demo
            Riet phones and has no account; Kees helps; Truus looks after their circle; Anja runs the desk.
            Stop with Ctrl+C.
            """
        );
        await app.RunAsync();
        return 0;
    }

    /// <summary>The web application of the platform, with the demo's own pages; <paramref name="more"/> comes last and so wins.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? more = null)
    {
        var web = Path.Combine(RepositoryRoot(), "src", "Nabij.Web");
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = web, WebRootPath = Path.Combine(web, "wwwroot") }
        );
        builder.AddNabij(typeof(Serving).Assembly);
        builder.Services.AddSingleton(DemoCalendars.Settings);
        builder.Services.AddSingleton<StoryClock>();
        builder.Services.AddSingleton<IClock>(services => services.GetRequiredService<StoryClock>());
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseNabij();
        return app;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Nabij.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The demo runs from within the repository: Nabij.slnx was not found above it.");
    }
}
