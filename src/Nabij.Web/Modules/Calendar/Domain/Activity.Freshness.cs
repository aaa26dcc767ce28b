using Nabij.Kernel;
using Nabij.Kernel.Time;
using NodaTime;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>Never point to an activity that is not happening: somebody who knows confirms it, again and again.</summary>
public sealed partial class Activity
{
    /// <summary>How long 'yes, it goes on' holds.</summary>
    public const int ConfirmedForWeeks = 13;

    /// <summary>How long before that ends the host is asked again.</summary>
    public const int AskedWeeksBefore = 3;

    /// <summary>How long the host has to answer before somebody calls.</summary>
    public static readonly Duration TimeToAnswer = Duration.FromDays(7);

    public Freshness Freshness { get; private set; }
    public LocalDate ConfirmedUntil { get; private set; }
    public Instant? ConfirmedAt { get; private set; }
    public PersonId? ConfirmedBy { get; private set; }
    public ConfirmedHow ConfirmedHow { get; private set; }
    public Instant? AskedAt { get; private set; }

    /// <summary>Whether paper, referrals and the start page may point to it.</summary>
    public bool IsSure => Freshness is not Freshness.Silent && CancelledAt is null && MergedInto is null;

    /// <summary>Somebody who knows said that it goes on.</summary>
    public void Confirm(ConfirmedHow how, PersonId? by, Instant now)
    {
        (Freshness, ConfirmedHow, ConfirmedBy, ConfirmedAt, AskedAt) = (Freshness.Confirmed, how, by, now, null);
        ConfirmedUntil = now.TodayAt().PlusWeeks(ConfirmedForWeeks);
    }

    public void ForgetWhoConfirmed() => ConfirmedBy = null;

    /// <summary>The host is asked whether it goes on.</summary>
    public void AskHost(Instant now) => (Freshness, AskedAt) = (Freshness.Asked, now);

    /// <summary>No answer came, or there is no way to ask: somebody calls.</summary>
    public void LeaveToCall() => Freshness = Freshness.ToCall;

    /// <summary>Nobody confirmed it in time.</summary>
    public void FallSilent(Instant now)
    {
        Freshness = Freshness.Silent;
        Changed(now);
    }
}
