using Nabij.Kernel;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Tests.Modules.People;

public sealed class PersonTests
{
    private readonly Person riet = new("Riet", "Bakker", new(ConsentWay.Spoken, Instant.FromUtc(2026, 6, 2, 8, 0), PersonId.New()));

    public static TheoryData<WaysToReach, Type?> Choices =>
        new()
        {
            { new(Channel.Mail), typeof(ChannelNeedsMail) },
            { new(Channel.Mail, Mail: "riet@lindelaan.example"), null },
            { new(Channel.TextMessage, Phone: "+31228510000"), typeof(ChannelNeedsMobile) },
            { new(Channel.TextMessage, Mobile: "+31612345678"), null },
            { new(Channel.Call), typeof(ChannelNeedsNumber) },
            { new(Channel.Call, Phone: "+31228510000"), null },
            { new(Channel.Call, Mobile: "+31612345678"), null },
            { new(Channel.Letter), typeof(ChannelNeedsHome) },
            { new(Channel.Visit), typeof(ChannelNeedsHome) },
        };

    [Theory, MemberData(nameof(Choices))]
    public void A_channel_is_chosen_only_when_it_reaches_the_person(WaysToReach ways, Type? refusal) =>
        Assert.Equal(refusal, riet.ReachBy(ways, plain => plain)?.GetType());

    [Fact]
    public void Whoever_has_a_front_door_can_have_letters_and_visits()
    {
        riet.Home = AddressId.New();

        Assert.Null(riet.ReachBy(new(Channel.Letter), plain => plain));
        Assert.Null(riet.ReachBy(new(Channel.Visit), plain => plain));
    }

    [Fact]
    public void A_number_that_is_gone_leaves_no_fingerprint()
    {
        riet.ReachBy(new(Channel.Call, Mobile: "+31612345678", Phone: "+31228510000"), plain => $"print of {plain}");
        riet.ReachBy(new(Channel.Call, Phone: "+31228510000"), plain => $"print of {plain}");

        Assert.Null(riet.MobileFingerprint);
        Assert.Equal("print of +31228510000", riet.PhoneFingerprint);
    }

    [Fact]
    public void After_a_marriage_she_is_found_by_her_new_name_only()
    {
        riet.Rename("Riet", "de Vries");

        Assert.Equal(["fries", "riet"], riet.Names.Select(name => name.Word).Order(StringComparer.Ordinal));
        Assert.Equal("vries riet", riet.SortName);
    }

    [Fact]
    public void Away_counts_from_the_first_day_up_to_and_including_the_last()
    {
        Assert.Null(riet.GoAway(new(2026, 7, 6), new(2026, 7, 10)));

        Assert.Equal(
            [false, true, true, false],
            new LocalDate[] { new(2026, 7, 5), new(2026, 7, 6), new(2026, 7, 10), new(2026, 7, 11) }.Select(riet.IsAway)
        );
        riet.ComeBack();
        Assert.False(riet.IsAway(new(2026, 7, 6)));
    }

    [Fact]
    public void Away_cannot_end_before_it_starts() =>
        Assert.IsType<AwayEndsBeforeItStarts>(riet.GoAway(new(2026, 7, 6), new(2026, 7, 5)));

    [Theory]
    [InlineData("Riet@Lindelaan.example ", "riet@lindelaan.example")]
    [InlineData("riet", null)]
    [InlineData("riet@lindelaan", null)]
    [InlineData("Riet <riet@lindelaan.example>", null)]
    [InlineData("riet @lindelaan.example", null)]
    public void A_mail_address_is_kept_in_one_way(string typed, string? kept) => Assert.Equal(kept, MailAddress.Read(typed));
}
