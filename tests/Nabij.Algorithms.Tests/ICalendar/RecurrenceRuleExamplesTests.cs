namespace Nabij.Algorithms.Tests.ICalendar;

/// <summary>
/// The examples of RFC 5545, 3.8.5.3: all in New York at nine in the morning, unless they say otherwise.
/// </summary>
public sealed class RecurrenceRuleExamplesTests
{
    [Theory]
    [InlineData("FREQ=DAILY;COUNT=10", "19970902", "0902 0903 0904 0905 0906 0907 0908 0909 0910 0911")]
    [InlineData("FREQ=DAILY;INTERVAL=10;COUNT=5", "19970902", "0902 0912 0922 1002 1012")]
    [InlineData("FREQ=WEEKLY;COUNT=10", "19970902", "0902 0909 0916 0923 0930 1007 1014 1021 1028 1104")]
    [InlineData(
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        "19970902",
        "0902 0904 0909 0911 0916 0918 0923 0925 0930 1002"
    )]
    [InlineData(
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
        "19970902",
        "0902 0904 0909 0911 0916 0918 0923 0925 0930 1002"
    )]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "19970901",
        "0901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222"
    )]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
        "19970902",
        "0902 0904 0916 0918 0930 1002 1014 1016"
    )]
    [InlineData("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "19970905", "0905 1003 1107 1205 19980102 0206 0306 0403 0501 0605")]
    [InlineData("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "19970905", "0905 1003 1107 1205")]
    [InlineData(
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        "19970907",
        "0907 0928 1102 1130 19980104 0125 0301 0329 0503 0531"
    )]
    [InlineData("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "19970922", "0922 1020 1117 1222 19980119 0216")]
    [InlineData(
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        "19970902",
        "0902 0915 1002 1015 1102 1115 1202 1215 19980102 0115"
    )]
    [InlineData(
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        "19970930",
        "0930 1001 1031 1101 1130 1201 1231 19980101 0131 0201"
    )]
    [InlineData(
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        "19970910",
        "0910 0911 0912 0913 0914 0915 19990310 0311 0312 0313"
    )]
    [InlineData(
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        "19970610",
        "0610 0710 19980610 0710 19990610 0710 20000610 0710 20010610 0710"
    )]
    [InlineData(
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        "19970310",
        "0310 19990110 0210 0310 20010110 0210 0310 20030110 0210 0310"
    )]
    [InlineData(
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "19970101",
        "0101 0410 0719 20000101 0409 0718 20030101 0410 0719 20060101"
    )]
    [InlineData("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "19970904", "0904 1007 1106")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "19970805", "0805 0810 0819 0824")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "19970805", "0805 0817 0819 0831")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "20070115", "0115 0130 0215 0315 0330")]
    public void A_rule_that_ends_gives_exactly_these_dates(string rule, string start, string dates) =>
        Assert.Equal(Dates(start, dates), Days(rule, start));

    [Theory]
    [InlineData("FREQ=DAILY;INTERVAL=2", "19970902", "0902 0904 0906 0908 0910")]
    [InlineData(
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
        "19970902",
        "0902 0916 0930 1014 1028 1111 1125 1209 1223 19980106 0120 0203 0217"
    )]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-3", "19970928", "0928 1029 1128 1229 19980129 0226")]
    [InlineData(
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "19970902",
        "0902 0909 0916 0923 0930 1104 1111 1118 1125 19980106 0113 0120 0127 0303"
    )]
    [InlineData("FREQ=YEARLY;BYDAY=20MO", "19970519", "0519 19980518 19990517")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "19970512", "0512 19980511 19990517")]
    [InlineData(
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "19970313",
        "0313 0320 0327 19980305 0312 0319 0326 19990304 0311 0318 0325"
    )]
    [InlineData(
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        "19970605",
        "0605 0612 0619 0626 0703 0710 0717 0724 0731 0807 0814 0821 0828 19980604 0611"
    )]
    [InlineData("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "19970902", "19980213 0313 1113 19990813 20001013")]
    [InlineData(
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        "19970913",
        "0913 1011 1108 1213 19980110 0207 0307 0411 0509 0613"
    )]
    [InlineData(
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "19961105",
        "1105 20001107 20041102"
    )]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "19970929", "0929 1030 1127 1230 19980129 0226 0330")]
    public void A_rule_without_end_begins_with_these_dates(string rule, string start, string dates)
    {
        var expected = Dates(start, dates);
        Assert.Equal(expected, Days(rule, start).Take(expected.Length));
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=19971224T000000Z", "19970902", 113, "1997-12-23")]
    [InlineData("FREQ=WEEKLY;UNTIL=19971224T000000Z", "19970902", 17, "1997-12-23")]
    [InlineData(
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "19980101",
        93,
        "2000-01-31"
    )]
    [InlineData("FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1", "19980101", 93, "2000-01-31")]
    public void Until_is_the_last_moment_included(string rule, string start, int count, string last)
    {
        var days = Days(rule, start);
        Assert.Equal(count, days.Length);
        Assert.Equal(last, days[^1]);
    }

    [Theory]
    [InlineData("FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "09:00 12:00 15:00")]
    [InlineData("FREQ=MINUTELY;INTERVAL=15;COUNT=6", "09:00 09:15 09:30 09:45 10:00 10:15")]
    [InlineData("FREQ=MINUTELY;INTERVAL=90;COUNT=4", "09:00 10:30 12:00 13:30")]
    public void Rules_within_a_day_give_these_times(string rule, string times) =>
        Assert.Equal(times.Split(' '), Starts(rule, "19970902").Select(s => s[11..]));

    [Fact]
    public void Every_twenty_minutes_from_nine_to_five_can_be_said_in_two_ways()
    {
        var daily = Starts("FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40;COUNT=60", "19970902");
        var minutely = Starts("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16;COUNT=60", "19970902");
        Assert.Equal(daily, minutely);
        Assert.Equal("1997-09-02 16:40", daily[23]);
        Assert.Equal("1997-09-03 09:00", daily[24]);
    }

    private static string[] Starts(string rule, string start) =>
        Calendars
            .Event($"DTSTART;TZID=America/New_York:{start}T090000\nRRULE:{rule}")
            .Starts("1990-01-01", "2010-01-01");

    private static string[] Days(string rule, string start) => [.. Starts(rule, start).Select(s => s[..10])];

    /// <summary>Month and day, with the year where it changes.</summary>
    private static string[] Dates(string start, string dates)
    {
        var year = start[..4];
        return
        [
            .. dates
                .Split(' ')
                .Select(date =>
                {
                    year = date.Length == 8 ? date[..4] : year;
                    return $"{year}-{date[^4..^2]}-{date[^2..]}";
                }),
        ];
    }
}
