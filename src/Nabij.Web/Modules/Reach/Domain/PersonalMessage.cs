using System.Text.Json;
using Nabij.Kernel;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using NodaTime;

namespace Nabij.Modules.Reach.Domain;

/// <summary>
/// Something told to one person, from the moment that it was thought of until it ends in exactly one way. Which state
/// follows which is in <see cref="MessageStates"/>; the doings on the telephone and at the door are in the other parts.
/// </summary>
public sealed partial class PersonalMessage
{
    public const int MaxReasonLength = 80;
    public const int MaxAnswersLength = 200;

    /// <summary>How long news that may wait, waits for other news to the same person.</summary>
    public static readonly Duration WaitsForOtherNews = Duration.FromMinutes(30);

    /// <summary>A node that has not finished sending after this has stopped halfway.</summary>
    public static readonly Duration SendingTakesAtMost = Duration.FromMinutes(2);

    private PersonalMessage() { }

    public PersonalMessage(PersonId person, Message told, Instant now)
    {
        Person = person;
        (SubjectKind, SubjectId, Reason) = (told.About.Kind, told.About.Id, told.Reason);
        (NotBefore, NotAfter, MayWait) = (told.NotBefore, told.NotAfter, told.MayWait);
        (EvenAtNight, OnlyBy, CreatedAt) = (told.EvenAtNight, told.OnlyBy, now);
        Words = JsonSerializer.Serialize(told.Words);
        Answers = string.Join(' ', told.Answers);
        DueAt = Politely((NotBefore ?? now) + (MayWait ? WaitsForOtherNews : Duration.Zero));
    }

    public MessageId Id { get; private init; } = MessageId.New();
    public PersonId Person { get; private init; }
    public string SubjectKind { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public string Reason { get; private init; } = "";
    public string Words { get; private set; } = "{}";
    public string Answers { get; private init; } = "";
    public Instant CreatedAt { get; private init; }
    public Instant? NotBefore { get; private init; }
    public Instant? NotAfter { get; private init; }
    public bool MayWait { get; private init; }
    public bool EvenAtNight { get; private init; }
    public Channel? OnlyBy { get; private init; }

    public MessageState State { get; private set; }

    /// <summary>When the next thing is to be done about it.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>The way it goes, or went.</summary>
    public Channel? Channel { get; private set; }

    /// <summary>The ways that were tried in vain.</summary>
    public Channels GivenUp { get; private set; }

    /// <summary>The message whose mail it shares; its id is the identity of that mail, also when it is sent again.</summary>
    public MessageId? SentWith { get; private set; }

    /// <summary>Tries by the present way.</summary>
    public int Tries { get; private set; }
    public PersonId? LockedBy { get; private set; }
    public Instant? LockedUntil { get; private set; }
    public Instant? EndedAt { get; private set; }

    /// <summary>Since when it is no longer known what it said.</summary>
    public Instant? ForgottenAt { get; private set; }

    public Subject About => new(SubjectKind, SubjectId);
    public IReadOnlyList<string> Choices => Answers.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public bool IsQuestion => Answers.Length > 0;
    public bool IsOpen => MessageStates.Open.Contains(State);

    public IReadOnlyDictionary<string, string> Filling() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Words) ?? [];

    /// <summary>Whether other news to the same person may take it along now, though it is not due yet.</summary>
    public bool MayComeAlong(Instant now) => State is MessageState.Waiting && MayWait && Tries == 0 && !(NotBefore > now);

    public bool HasExpired(Instant now) => NotAfter < now;

    /// <summary>Puts it off to the morning when this is no hour to bother people; says whether it did.</summary>
    public bool WaitsForMorning(Instant now)
    {
        if (Politely(now) == now)
            return false;
        DueAt = Politely(now);
        return true;
    }

    /// <summary>The state that follows when its moment has come and this is the way it goes.</summary>
    public void GoBy(Channel channel, Instant now)
    {
        Become(
            channel switch
            {
                People.Contracts.Channel.Call => MessageState.OnCallList,
                People.Contracts.Channel.Letter => MessageState.ToPrint,
                People.Contracts.Channel.Visit => MessageState.ToVisit,
                _ => MessageState.Sending,
            },
            now
        );
        if (Channel != channel)
            Tries = 0;
        Channel = channel;
        DueAt = now;
        LockedUntil = State is MessageState.Sending ? now + SendingTakesAtMost : null;
    }

    /// <summary>Shares the mail of <paramref name="first"/>.</summary>
    public void GoTogetherWith(MessageId first) => SentWith ??= first;

    public void Sent(Instant now) => Become(MessageState.Sent, now);

    /// <summary>The gateway is away, or the node stopped halfway: later again, and after some tries another way.</summary>
    public void TryLater(Instant now)
    {
        Tries++;
        if (RetryTimes.After(Tries) is { } wait)
        {
            Become(MessageState.Waiting, now);
            DueAt = Politely(now + wait);
        }
        else
            GiveUpThisWay(now);
    }

    /// <summary>Nothing left, or nobody knows whether it did: at once again, with the same identity.</summary>
    public void TakeBack(Instant now)
    {
        Become(MessageState.Waiting, now);
        DueAt = Politely(now);
    }

    /// <summary>This way does not lead to the person: another one, now.</summary>
    public void GiveUpThisWay(Instant now)
    {
        GivenUp |= Channels.None.With(Channel!.Value);
        (Channel, SentWith, Tries) = (null, null, 0);
        Become(MessageState.Waiting, now);
        DueAt = Politely(now);
    }

    public void Forget(Instant now) => (Words, ForgottenAt) = ("{}", ForgottenAt ?? now);

    public void Cancel(Instant now) => Become(MessageState.Cancelled, now);

    public void Expire(Instant now) => Become(MessageState.Expired, now);

    /// <summary>Nobody can be told: the desk takes over.</summary>
    public void Fail(Instant now) => Become(MessageState.Failed, now);

    private Instant Politely(Instant moment) => EvenAtNight ? moment : WakingHours.Usual.NextFrom(moment);

    private void Become(MessageState next, Instant now)
    {
        if (!MessageStates.Allows(State, next))
            throw new InvalidOperationException($"A message that is {State} does not become {next}.");
        State = next;
        (LockedBy, LockedUntil) = (null, null);
        if (!IsOpen)
            EndedAt = now;
    }
}
