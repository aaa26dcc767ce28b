using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Desk.Domain;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>What holds of volunteers on every day of a year, whatever happens in it. Other dice: <c>NABIJ_SEED</c>.</summary>
public sealed class YearOfVolunteersTests(ITestOutputHelper output)
{
    private const int Steps = 150;

    [Fact]
    public async Task Every_shift_has_a_person_or_a_follow_up_nothing_dangles_and_hours_exported_are_hours_entered()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("NABIJ_SEED"), CultureInfo.InvariantCulture, out var set) ? set : 20260602;
        output.WriteLine($"seed {seed}");
        await using var alliance = await Alliance.StartAsync();
        var year = new YearOfVolunteers(alliance, seed, Steps);

        await year.RunAsync(async () =>
        {
            await alliance.App.InDbAsync(CheckAsync);
            var lines = await alliance.AsAsync((HoursSheet s) => s.LinesAsync(new(2026, 1, 1), new(2027, 12, 31), CancellationToken.None), alliance.Anja);
            Assert.Equal(year.Entered, lines.Sum(l => l.Minutes));
        });

        output.WriteLine(string.Join(", ", year.Done.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}")));
        if (set == 0)
            Assert.All((string[])["sign up", "start", "lend", "yes", "away", "enter", "approve", "leave"], what => Assert.True(year.Done.ContainsKey(what), $"Nobody did: {what}."));
    }

    private static async Task<bool> CheckAsync(NabijDb db)
    {
        var open = (await db.Set<FollowUp>().AsNoTracking().Where(f => f.ClosedAt == null).ToListAsync()).Select(f => f.About).ToHashSet();
        var volunteers = await db.Volunteers.AsNoTracking().ToListAsync();
        var shifts = await db.Shifts.AsNoTracking().Include(s => s.Lendings).ToListAsync();
        var active = volunteers.Where(v => v.State is VolunteerState.Active).Select(v => v.Person).ToHashSet();

        Assert.All(volunteers, v => Assert.Equal(v.IsOpen, open.Contains(Subject.Of(v.Id))));
        Assert.Distinct(volunteers.Where(v => v.IsOpen).Select(v => v.Person));
        Assert.All(shifts, s => Assert.Equal(s.IsOpen, open.Contains(Subject.Of(s.Id))));
        Assert.All(shifts, s => Assert.Equal(s.State is ShiftState.Offered or ShiftState.Lent, s.Current is not null));
        Assert.All(shifts, s => Assert.InRange(s.Lendings.Count(l => l.IsOpen), 0, 1));
        Assert.All(shifts.Where(s => s.Current is not null), s => Assert.Contains(s.Current!.Person, active));
        Assert.All(shifts.Where(s => s.State is ShiftState.Lent), s => Assert.True(s.Current!.EverybodySaidYes));
        NobodyIsAtTwoPlaces(shifts);

        var waiting = await db.VolunteerHours.Where(h => HoursEntry.OpenStates.Contains(h.State)).Select(h => h.Person).Distinct().ToListAsync();
        Assert.Equal(waiting.Select(HoursOnDesk.About).ToHashSet(), open.Where(o => o.Kind == HoursOnDesk.About(default).Kind).ToHashSet());
        return true;
    }

    private static void NobodyIsAtTwoPlaces(List<Shift> shifts)
    {
        foreach (var ofOne in shifts.Where(s => s.Current is not null).GroupBy(s => s.Current!.Person))
            Assert.All(ofOne, s => Assert.DoesNotContain(ofOne, other => other.Id != s.Id && other.MeetsWith(s)));
    }
}
