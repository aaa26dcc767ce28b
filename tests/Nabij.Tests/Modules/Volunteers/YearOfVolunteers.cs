using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Away;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Hours;
using Nabij.Modules.Volunteers.Leaving;
using Nabij.Modules.Volunteers.Meeting;
using Nabij.Modules.Volunteers.Shifts;
using Nabij.Tests.Modules.People;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>
/// A year in which people sign up, meet, are lent, go away, write down hours and stop: all by the commands of the pages, in an order that
/// the dice choose. What was entered is counted beside it.
/// </summary>
internal sealed class YearOfVolunteers(Alliance alliance, int seed, int steps)
{
    private readonly Random dice = new(seed);
    private readonly Dictionary<string, int> done = new(StringComparer.Ordinal);
    private readonly Dictionary<HoursId, int> minutes = [];
    private int born;

    private static CancellationToken Ct => CancellationToken.None;

    /// <summary>How often each thing was done.</summary>
    public IReadOnlyDictionary<string, int> Done => done;

    /// <summary>The minutes that were written down and not taken away.</summary>
    public int Entered => minutes.Values.Sum();

    private TestApp App => alliance.App;
    private LocalDate Today => App.Clock.Now.TodayAt();

    public async Task RunAsync(Func<Task> check)
    {
        for (var step = 0; step < steps; step++)
        {
            App.Clock.Advance(Duration.FromHours(365 * 24 / steps));
            await StepAsync();
            if (step % 4 == 3)
                await NightAsync();
            if (step % 3 == 2)
                await check();
        }
        await NightAsync();
        await check();
    }

    private async Task NightAsync()
    {
        await App.RunAsync<WatchShiftsJob>();
        await App.RunAsync<WatchLeaversJob>();
    }

    private async Task StepAsync()
    {
        var volunteers = await App.InDbAsync(db => db.Volunteers.Current.AsNoTracking().OrderBy(v => v.Id).ToListAsync(Ct));
        var active = volunteers.Where(v => v.State is VolunteerState.Active).ToList();
        switch (dice.Next(12))
        {
            case 0 or 1:
                await SignUpAsync();
                break;
            case 2 or 3 when volunteers.Find(v => v.State is not VolunteerState.Active) is { } newcomer:
                await MeetAsync(newcomer);
                break;
            case 4 or 5:
                await ShiftAsync(active);
                break;
            case 6:
                await EndAsync();
                break;
            case 7 when active.Count > 0:
                var from = Today.PlusDays(dice.Next(20));
                await DoAsync("away", (BeAway a) => a.HandleAsync(Any(active).Person, from, from.PlusDays(dice.Next(15)), Ct), alliance.Anja);
                break;
            case 8 or 9 when active.Count > 0:
                await EnterAsync(Any(active));
                break;
            case 10:
                await SettleAsync();
                break;
            case 11 when volunteers.Count > 3:
                await DoAsync("leave", (LeaveVolunteering l) => l.HandleAsync(Any(volunteers).Id, Ct), alliance.Anja);
                break;
        }
    }

    private async Task SignUpAsync()
    {
        var person = await App.AddPersonAsync($"Buur{born++}", "Bakker", new(Nabij.Modules.People.Contracts.Channel.Call, Phone: $"+3122852{born:0000}"));
        await alliance.SignUpAsync(person.Id, dice.Next(3) switch { 0 => null, 1 => alliance.Notenboom, _ => alliance.Zonnebloem });
        Count("sign up");
    }

    private Task<bool> MeetAsync(Volunteer volunteer) =>
        volunteer.State is VolunteerState.SignedUp
            ? DoAsync("plan", (MeetVolunteer m) => m.PlanAsync(volunteer.Id, App.Clock.Now + Duration.FromDays(2), "De Linde", Ct), alliance.Anja)
        : dice.Next(4) == 0 ? DoAsync("not now", (MeetVolunteer m) => m.NotNowAsync(volunteer.Id, "", Ct), alliance.Anja)
        : DoAsync("start", (MeetVolunteer m) => m.StartAsync(volunteer.Id, new(VolunteerRole.Volunteer, volunteer.Organisation, false, ""), Ct), alliance.Anja);

    /// <summary>Somebody asks for hands, and mostly somebody is offered; and mostly both say yes.</summary>
    private async Task ShiftAsync(List<Volunteer> active)
    {
        var first = Today.PlusDays(1 + dice.Next(25));
        var work = Alliance.Coffee with { First = first, Last = first.PlusDays(dice.Next(3) == 0 ? 30 : 0) };
        var shift = await alliance.AskAsync(work);
        Count("ask");
        if (active.Count == 0 || !await DoAsync("lend", (LendMember l) => l.HandleAsync(shift, Any(active).Id, alliance.Anja.Id, Ct), alliance.Anja))
            return;
        foreach (var side in Enum.GetValues<LendingSide>())
        {
            if (dice.Next(5) > 0)
                await DoAsync("yes", (AnswerOffer a) => a.YesAsync(shift, side, Ct), alliance.Anja);
        }
        if (dice.Next(6) == 0)
            await DoAsync("no", (AnswerOffer a) => a.NoAsync(shift, Ct), alliance.Anja);
    }

    private async Task EndAsync()
    {
        var open = await App.InDbAsync(db => db.Shifts.Open.OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(Ct));
        if (open.Count == 0)
            return;
        var shift = Any(open);
        await (dice.Next(3) switch
        {
            0 => DoAsync("take back", (EndLending e) => e.TakeBackAsync(shift, Ct), alliance.Anja),
            1 => DoAsync("drop out", (EndLending e) => e.DropOutAsync(shift, Ct), alliance.Anja),
            _ => DoAsync("call off", (EndLending e) => e.CallOffAsync(shift, Ct), alliance.Anja),
        });
    }

    private async Task EnterAsync(Volunteer volunteer)
    {
        var (id, work) = (HoursId.New(), new WorkDone(Today, 15 * (1 + dice.Next(16)), dice.Next(30), new Money(dice.Next(1000)), "Koffie"));
        if (await DoAsync("enter", (EnterHours e) => e.HandleAsync(id, volunteer.Person, work, Ct), new Someone(volunteer.Person)))
            minutes[id] = work.Minutes;
    }

    private async Task SettleAsync()
    {
        var waiting = await App.InDbAsync(db => db.VolunteerHours.Where(h => HoursEntry.OpenStates.Contains(h.State)).OrderBy(h => h.Id).Select(h => new { h.Id, h.Person }).ToListAsync(Ct));
        if (waiting.Count == 0)
            return;
        var entry = Any(waiting);
        switch (dice.Next(3))
        {
            case 0:
                await DoAsync("approve", (SettleHours s) => s.ApproveAsync([entry.Id], Ct), alliance.Anja);
                break;
            case 1:
                await DoAsync("send back", (SettleHours s) => s.SendBackAsync([entry.Id], "Wanneer?", Ct), alliance.Anja);
                break;
            default:
                if (await DoAsync("withdraw", (EnterHours e) => e.WithdrawAsync(entry.Id, Ct), new Someone(entry.Person)))
                    minutes.Remove(entry.Id);
                break;
        }
    }

    private async Task<bool> DoAsync<T>(string what, Func<T, Task<Refusal?>> act, Someone who)
        where T : notnull
    {
        if (await alliance.AsAsync(act, who) is not null)
            return false;
        Count(what);
        return true;
    }

    private void Count(string what) => done[what] = done.GetValueOrDefault(what) + 1;

    private T Any<T>(IReadOnlyList<T> of) => of[dice.Next(of.Count)];
}
