using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>The rules on plain entities.</summary>
public sealed class VolunteerRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 2, 7, 10);
    private static readonly LocalDate Today = new(2026, 6, 2);

    [Fact]
    public void Every_open_state_of_a_volunteer_and_of_a_shift_has_a_follow_up_and_no_other()
    {
        Assert.Equal(VolunteerPath.OpenStates, FollowUpRules.OfVolunteers.Select(r => r.State).Order());
        Assert.Equal(ShiftPath.OpenStates, FollowUpRules.OfShifts.Select(r => r.State).Order());
    }

    [Fact]
    public void A_shift_is_lent_with_two_times_yes_in_either_order()
    {
        foreach (var first in Enum.GetValues<LendingSide>())
        {
            var shift = Offered(OrganisationId.New());
            Assert.Null(shift.SayYes(first, Now));
            Assert.Equal(ShiftState.Offered, shift.State);
            Assert.Null(shift.SayYes(first is LendingSide.Volunteer ? LendingSide.Borrower : LendingSide.Volunteer, Now));
            Assert.Equal((ShiftState.Lent, LendingState.Lent), (shift.State, shift.Current!.State));
        }
    }

    [Fact]
    public void For_work_of_the_own_organisation_only_the_volunteer_is_asked()
    {
        var own = OrganisationId.New();
        var shift = Offered(own, own);

        Assert.Null(shift.SayYes(LendingSide.Volunteer, Now));

        Assert.Equal(ShiftState.Lent, shift.State);
    }

    [Fact]
    public void Taken_back_it_needs_somebody_again_and_past_it_is_done_once()
    {
        var shift = Offered(OrganisationId.New());
        Assert.Null(shift.TakeBack(Now));
        Assert.Equal((ShiftState.Open, null), (shift.State, shift.Current));
        Assert.IsType<ShiftChangedMeanwhile>(shift.SayYes(LendingSide.Volunteer, Now));
        Assert.False(shift.Pass(shift.Last, Now));
        Assert.True(shift.Pass(shift.Last.PlusDays(1), Now));
        Assert.Equal((ShiftState.CalledOff, "ShiftChange.NobodyFound"), (shift.State, shift.Reason));
        Assert.False(shift.Pass(shift.Last.PlusDays(1), Now));
    }

    [Fact]
    public void Who_is_no_helper_yet_is_not_lent()
    {
        var newcomer = new Volunteer(VolunteerId.New(), PersonId.New(), new(VolunteerRole.Carer, null, ""), VolunteerVia.Web, Now);

        Assert.IsType<VolunteerIsNotActive>(ShiftOf(OrganisationId.New()).Offer(newcomer, null, Today, Now));
    }

    [Theory]
    [InlineData("2", 120)]
    [InlineData("2,5", 150)]
    [InlineData("0.25", 15)]
    [InlineData("1:05", 65)]
    [InlineData("", 0)]
    [InlineData("een uur", null)]
    [InlineData("1:75", null)]
    [InlineData("-1", null)]
    [InlineData("99", null)]
    public void Hours_are_read_as_people_type_them(string typed, int? minutes) => Assert.Equal(minutes, Typed.Minutes(typed));

    [Theory]
    [InlineData("3,50", 350)]
    [InlineData("€ 12", 1200)]
    [InlineData("0.05", 5)]
    [InlineData("", 0)]
    [InlineData("1,005", null)]
    [InlineData("-3", null)]
    [InlineData("=1+1", null)]
    [InlineData("99999999999999999999", null)]
    public void Amounts_are_whole_cents(string typed, int? cents) => Assert.Equal(cents, Money.Read(typed)?.Cents);

    [Fact]
    public void An_allowance_is_what_was_paid_and_23_cents_for_each_kilometre() =>
        Assert.Equal(new Money(350 + 12 * 23), Entry(PersonId.New()).Allowance);

    [Fact]
    public void Nobody_approves_their_own_hours_and_what_was_approved_stays_as_it_is()
    {
        var (kees, anja) = (PersonId.New(), PersonId.New());
        var entry = Entry(kees);

        Assert.IsType<HoursAreYourOwn>(entry.Approve(kees, Now));
        Assert.Null(entry.SendBack(anja, "Welke dag was dit?", Now));
        Assert.Null(entry.Correct(new(Today, 60, 0, Money.None, "Koffie"), Today));
        Assert.Null(entry.Approve(anja, Now));
        Assert.IsType<HoursAreSettled>(entry.Withdraw());
        Assert.IsType<HoursAreSettled>(entry.Correct(new(Today, 600, 0, Money.None, "Koffie"), Today));
    }

    [Fact]
    public void A_certificate_is_asked_for_when_it_is_needed_and_again_six_weeks_before_three_years_are_over()
    {
        var kees = Active(null, needsVog: true);
        var seen = Today.PlusYears(-3).PlusDays(VogRules.DaysAhead);

        Assert.Equal(Today.PlusDays(VogRules.DaysForFirst), VogRules.ToSeeBy(kees, null, Today));
        Assert.Null(VogRules.ToSeeBy(kees, seen.PlusDays(1), Today));
        Assert.Equal(seen.PlusYears(3), VogRules.ToSeeBy(kees, seen, Today));
        Assert.Null(VogRules.ToSeeBy(Active(null, needsVog: false), null, Today));
    }

    private static HoursEntry Entry(PersonId person) => new(HoursId.New(), person, null, new(Today, 90, 12, new Money(350), "Koffie"), person, Now);

    private static Shift ShiftOf(OrganisationId organisation) => new(ShiftId.New(), Alliance.Coffee, new(organisation, null), null, Now);

    private static Shift Offered(OrganisationId borrower, OrganisationId? lender = null)
    {
        var shift = ShiftOf(borrower);
        Assert.Null(shift.Offer(Active(lender ?? OrganisationId.New()), null, Today, Now));
        return shift;
    }

    private static Volunteer Active(OrganisationId? organisation, bool needsVog = false)
    {
        var volunteer = new Volunteer(VolunteerId.New(), PersonId.New(), new(VolunteerRole.Volunteer, organisation, ""), VolunteerVia.Web, Now);
        Assert.Null(volunteer.PlanMeeting(Now + Duration.FromDays(1), "Buurthuis", Now));
        Assert.Null(volunteer.Start(new(VolunteerRole.Volunteer, organisation, needsVog, ""), Now));
        return volunteer;
    }
}
