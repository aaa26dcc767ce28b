using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;

namespace Nabij.Tests.Modules.HelpRequests;

/// <summary>The table of changes is walked: nothing open is silent, nothing is a dead end, every line says why.</summary>
public sealed class AllowedChangesTests
{
    private static readonly TextCatalogue Catalogue = new([typeof(Program).Assembly]);

    public static TheoryData<HelpState> OpenStates => [.. AllowedChanges.OpenStates];

    [Theory]
    [MemberData(nameof(OpenStates))]
    public void Every_open_state_has_a_follow_up_with_a_text(HelpState state) => Assert.Null(Lacks(FollowUpRules.Of(state)));

    [Fact]
    public void An_open_state_without_a_follow_up_is_found()
    {
        Assert.Equal("no follow-up", Lacks(null));
        Assert.Equal("no text", Lacks(new(HelpState.Found, "FollowUp.Nowhere", ByCircle: true, r => r.DueAt)));
    }

    [Fact]
    public void What_has_ended_has_nothing_to_follow_up() =>
        Assert.Equal(
            AllowedChanges.OpenStates.Order(),
            FollowUpRules.All.Select(rule => rule.State).Order()
        );

    [Fact]
    public void No_change_stands_in_the_table_twice() =>
        Assert.Equal(AllowedChanges.All.Count, AllowedChanges.All.Select(c => (c.From, c.To)).Distinct().Count());

    [Fact]
    public void Every_reason_has_its_text_in_every_language() =>
        Assert.All(
            Catalogue.Languages,
            language => Assert.All(AllowedChanges.All, c => Assert.Contains(c.Reason, Catalogue.In(language).All.Keys))
        );

    [Theory]
    [MemberData(nameof(OpenStates))]
    public void From_every_open_state_there_is_a_way_to_an_end(HelpState state)
    {
        var reached = new HashSet<HelpState> { state };
        while (AllowedChanges.All.Any(c => reached.Contains(c.From) && reached.Add(c.To))) { }

        Assert.Contains(reached, AllowedChanges.IsEnd);
    }

    [Fact]
    public void Every_state_can_come_about() =>
        Assert.Equal(
            Enum.GetValues<HelpState>().Except([HelpState.Searching]).Order(),
            AllowedChanges.All.Select(c => c.To).Distinct().Except([HelpState.Searching]).Order()
        );

    [Fact]
    public void Every_kind_of_help_says_what_it_requires() =>
        Assert.All(Enum.GetValues<HelpKind>(), kind => Assert.NotNull(Requirements.Of(kind)));

    [Fact]
    public void The_requester_can_withdraw_from_every_open_state() =>
        Assert.All(AllowedChanges.OpenStates, state => Assert.True(Rights.Allow(Act.Withdraw, Standing.Requester, state)));

    [Fact]
    public void Nothing_is_allowed_to_nobody() =>
        Assert.All(
            Enum.GetValues<Act>(),
            act => Assert.All(Enum.GetValues<HelpState>(), state => Assert.False(Rights.Allow(act, Standing.Nobody, state)))
        );

    private static string? Lacks(FollowUpRule? rule) =>
        rule is null ? "no follow-up"
        : Catalogue.In("nl").All.ContainsKey(rule.Reason) ? null
        : "no text";
}
