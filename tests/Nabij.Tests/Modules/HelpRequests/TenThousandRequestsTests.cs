using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using Nabij.Modules.People.Contracts;
using NodaTime;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>
/// Ten thousand requests in a year by the rules alone, on plain entities; <see cref="SimulationTests"/> does the same through
/// the database, with fewer.
/// </summary>
public sealed class TenThousandRequestsTests(ITestOutputHelper output)
{
    private const int Requests = 10_000;
    private const int Circles = 20;
    private const int HelpersPerCircle = 40;
    private const int HoursOfYear = 365 * 11;
    private const int Seed = 20260602;
    private static readonly LocalDate Start = new(2026, 6, 1);

    private readonly Random dice = new(Seed);
    private readonly List<Helper> helpers = [];
    private readonly List<Open> open = [];
    private readonly List<HelpRequest> ended = [];
    private int onDesk;

    [Fact]
    public void Of_ten_thousand_requests_each_ends_or_is_on_a_desk_and_nobody_is_asked_above_their_ceiling()
    {
        for (var i = 0; i < Circles * HelpersPerCircle; i++)
            helpers.Add(new(Willing(PersonId.New(), AddressId.New()), i % Circles));
        for (var hour = 0; hour < HoursOfYear + 90 * 11; hour++)
            Hour(Start.PlusDays(hour / 11).InstantAt(new(9 + hour % 11, 0)), asked: hour < HoursOfYear ? Due(hour + 1) - Due(hour) : 0);

        var gini = YearOfHelp.Gini(helpers.Select(h => h.TimesAsked));
        output.WriteLine($"seed {Seed}: {ended.Count} ended, {onDesk} on the desk, {helpers.Sum(h => h.TimesAsked)} questions, Gini {gini:0.00}");
        Assert.Equal(Requests, ended.Count + onDesk);
        Assert.All(open, o => Assert.Equal(HelpState.OnDesk, o.Request.State));
        Assert.InRange(gini, 0, 0.3);
    }

    private static int Due(int hour) => (int)((long)Requests * hour / HoursOfYear);

    private void Hour(Instant now, int asked)
    {
        for (var i = 0; i < asked; i++)
            open.Add(new(Ask(now), dice.Next(Circles)));
        foreach (var one in open)
        {
            one.AnswerUntil(now);
            if (one.Request.IsDue(now))
                Search(one, now);
            Assert.False(one.Request is { State: HelpState.Searching } r && r.RingEndsAt <= now, "somebody waits past the ring's hours");
            Finish(one.Request, now);
        }
        ended.AddRange(open.Where(o => !o.Request.IsOpen).Select(o => o.Request));
        open.RemoveAll(o => !o.Request.IsOpen);
        onDesk = open.Count;
    }

    private void Search(Open one, Instant now)
    {
        do
        {
            if (one.Request.IsRingOver(now) || one.Request.Ring == Ring.Organisations)
                continue;
            var turn = WhoToAsk.Next(one.Request, InRing(one, now), one.Before);
            if (turn.Count == 0)
                continue;
            one.Request.AskedBatch(now);
            foreach (var helper in turn)
                Ask(one, helpers.Single(h => h.Willing.Person == helper.Person), now);
            return;
        } while (one.Request.Widen(now));
    }

    private void Ask(Open one, Helper helper, Instant now)
    {
        var month = Helper.MonthOf(now);
        Assert.True(helper.Promised(month) < helper.Willing.AtMostPerMonth, "asked above the ceiling");
        one.Before.Add(helper.Willing.Person);
        helper.AskedAt(now);
        one.Answers.Add((now + Duration.FromHours(dice.Next(0, 5)), helper, dice.NextDouble() < 0.25));
    }

    private IEnumerable<Candidate> InRing(Open one, Instant now) =>
        helpers
            .Where(h => one.Request.Ring switch
            {
                Ring.Circle => h.Circle == one.Circle,
                Ring.AdjacentCircles => Math.Abs(h.Circle - one.Circle) == 1,
                _ => true,
            })
            .Select(h => new Candidate(h.Willing, h.LastAsked, h.LoadAt(now), Math.Abs(h.Circle - one.Circle) * 200));

    private void Finish(HelpRequest request, Instant now)
    {
        if (request.IsLookingForHelper)
            request.Expire(now);
        else if (request.AskAfterwards(now) && dice.NextDouble() < 0.7)
            request.Say(request.AskedFor, worked: true, now);
        else
            request.CloseUnanswered(now);
    }

    private HelpRequest Ask(Instant now)
    {
        var plan = dice.Next(2) == 0 ? HelpPlan.On(now.TodayAt().PlusDays(dice.Next(10))) : HelpPlan.Sometime();
        return Lindelaan.Asks(PersonId.New(), plan, urgency: (Urgency)dice.Next(3), readers: (Readers)dice.Next(2), at: now);
    }

    private WillingHelper Willing(PersonId person, AddressId home) => Lindelaan.Willing(person, home, atMost: dice.Next(1, 6));

    private sealed record Open(HelpRequest Request, int Circle)
    {
        public HashSet<PersonId> Before { get; } = [];
        public List<(Instant At, Helper Helper, bool Yes)> Answers { get; } = [];

        public void AnswerUntil(Instant now)
        {
            foreach (var (_, helper, yes) in Answers.Where(a => a.At <= now).ToList())
            {
                helper.Answered();
                if (yes && Request.Claim(helper.Willing.Person, now) is null)
                    helper.Promise(now);
            }
            if (Answers.RemoveAll(a => a.At <= now) > 0 && Answers.Count == 0)
                Request.NobodyLeftToWaitFor(now);
        }
    }

    private sealed class Helper(WillingHelper willing, int circle)
    {
        private readonly Dictionary<int, int> promised = [];
        private readonly Dictionary<int, int> asked = [];
        private int waiting;

        public WillingHelper Willing => willing;
        public int Circle => circle;
        public Instant? LastAsked { get; private set; }
        public int TimesAsked => asked.Values.Sum();

        public static int MonthOf(Instant at) => at.TodayAt() is var day ? day.Year * 12 + day.Month : 0;

        public int Promised(int month) => promised.GetValueOrDefault(month);

        public Load LoadAt(Instant now) => new(Promised(MonthOf(now)) + waiting, asked.GetValueOrDefault(MonthOf(now)));

        public void AskedAt(Instant now)
        {
            LastAsked = now;
            waiting++;
            asked[MonthOf(now)] = asked.GetValueOrDefault(MonthOf(now)) + 1;
        }

        public void Answered() => waiting--;

        public void Promise(Instant now)
        {
            promised[MonthOf(now)] = Promised(MonthOf(now)) + 1;
            Assert.True(Promised(MonthOf(now)) <= Willing.AtMostPerMonth, "promised above the ceiling");
        }
    }
}
