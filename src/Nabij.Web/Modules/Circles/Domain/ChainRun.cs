using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Circles.Domain;

public readonly record struct ChainRunId(Guid Value) : ITypedId<ChainRunId>
{
    public static ChainRunId New() => new(Guid.CreateVersion7());

    public static ChainRunId From(Guid value) => new(value);
}

public readonly record struct ChainCallId(Guid Value) : ITypedId<ChainCallId>
{
    public static ChainCallId New() => new(Guid.CreateVersion7());

    public static ChainCallId From(Guid value) => new(value);
}

/// <summary>The call chain of one day: who calls whom, without those who are away.</summary>
public sealed class ChainRun
{
    private readonly List<ChainCall> calls = [];

    private ChainRun() { }

    public ChainRun(CallChain chain, LocalDate day, IReadOnlySet<PersonId> away)
    {
        (Circle, Day, StartsAt) = (chain.Circle, day, day.InstantAt(chain.StartsAt));
        AlarmsAt = StartsAt + Duration.FromMinutes(chain.Minutes);
        var present = Present(chain, away);
        Starter = present.Count == 0 ? chain.Links[0].Person : present[0];
        foreach (var (at, called) in present.Index().Skip(1).Append((present.Count, Starter)).Where(_ => present.Count > 1))
            calls.Add(Call(chain, at, present[at - 1], called, CallState.Waiting));
        foreach (var link in chain.Links.Where(l => away.Contains(l.Person)))
            calls.Add(Call(chain, present.Count + link.Place, null, link.Person, CallState.Away));
    }

    public ChainRunId Id { get; private init; } = ChainRunId.New();
    public CircleId Circle { get; private init; }
    public LocalDate Day { get; private init; }
    public Instant StartsAt { get; private init; }
    public Instant AlarmsAt { get; private init; }

    /// <summary>Who begins today.</summary>
    public PersonId Starter { get; private init; }

    public IReadOnlyList<ChainCall> Calls => [.. calls.OrderBy(c => c.Place)];

    public bool IsOver => calls.TrueForAll(c => CallChanges.IsEnd(c.State));

    public bool HasAlarm => calls.Exists(c => c.State is CallState.Alarm);

    /// <summary>In their order, without who is away; the stand-in begins when the starter is.</summary>
    private static List<PersonId> Present(CallChain chain, IReadOnlySet<PersonId> away)
    {
        var present = chain.Links.Select(l => l.Person).Where(p => !away.Contains(p)).ToList();
        if (!away.Contains(chain.Links[0].Person) || chain.StandInStarter is not { } standIn || away.Contains(standIn))
            return present;
        present.Remove(standIn);
        return [standIn, .. present];
    }

    private ChainCall Call(CallChain chain, int place, PersonId? caller, PersonId called, CallState state) =>
        new(Id, place, caller, called, chain.Links.FirstOrDefault(l => l.Person == called)?.KeyHolder, state, AlarmsAt);
}

/// <summary>One neighbour calls another. <see cref="State"/> changes along <see cref="CallChanges"/> only.</summary>
public sealed class ChainCall(ChainRunId run, int place, PersonId? caller, PersonId called, PersonId? keyHolder, CallState state, Instant alarmAt)
{
    /// <summary>Who has the key gets this long to look.</summary>
    public static readonly Duration TimeToLook = Duration.FromMinutes(30);

    public ChainCallId Id { get; private init; } = ChainCallId.New();
    public ChainRunId Run { get; private init; } = run;
    public int Place { get; private init; } = place;
    public PersonId? Caller { get; private init; } = caller;
    public PersonId Called { get; private init; } = called;
    public PersonId? KeyHolder { get; private init; } = keyHolder;
    public CallState State { get; private set; } = state;

    /// <summary>Text key of why it is in this state; empty at the start.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When this becomes an alarm by itself.</summary>
    public Instant AlarmAt { get; private set; } = alarmAt;

    public bool IsOpen => !CallChanges.IsEnd(State);

    public Refusal? Answers() => Become(CallState.Answered);

    /// <summary>The first time it is tried once more; the second time who has the key looks, or, without one, the desk knows.</summary>
    public Refusal? DoesNotAnswer(Instant now)
    {
        var next = State is CallState.Waiting ? CallState.NotAnswered : KeyHolder is null ? CallState.Alarm : CallState.KeyHolderAsked;
        if (Become(next) is { } refusal)
            return refusal;
        if (next is CallState.KeyHolderAsked)
            AlarmAt = Instant.Max(AlarmAt, now + TimeToLook);
        return null;
    }

    public Refusal? IsSeen() => Become(CallState.SeenAtDoor);

    public Refusal? Alarms() => Become(CallState.Alarm);

    public Refusal? Settle() => Become(CallState.Settled);

    /// <summary>Nobody said how it is before its time.</summary>
    public bool IsOverdue(Instant now) => AlarmAt <= now && IsOpen && State is not CallState.Alarm;

    private NotPossibleInChain? Become(CallState next)
    {
        if (CallChanges.Find(State, next) is not { } change)
            return new NotPossibleInChain();
        (State, Reason) = (next, change.Reason);
        return null;
    }
}

public sealed record NotPossibleInChain : Refusal;
