using Nabij.Modules.Places.Cbs;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;
using Nabij.Modules.Places.Importing;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places.Importing;

public sealed class ImportAddressesTests
{
    private static readonly string[] Lindelaan =
    [
        Streets.Header,
        "Lindelaan;2;;;1611AB;Bovenkarspel;5.2367;52.6958",
        "Lindelaan;4;A;;1611 ab;Bovenkarspel;5.2368;52.6958",
        "Lindelaan;4;A;2;1611AB;Bovenkarspel;5.2369;52.6958",
    ];

    [Fact]
    public async Task Addresses_of_the_register_become_front_doors()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(new ImportReport(3, 0, 0), await app.ImportAsync(Lindelaan));
        Assert.Equal(["Lindelaan 2", "Lindelaan 4a", "Lindelaan 4a-2"], await app.SearchAsync("lindelaan"));
        var door = (await app.InPlacesAsync(p => p.SearchAsync("lindelaan 4a", 1, default)))[0];
        Assert.Equal("Lindelaan 4a, 1611 AB Bovenkarspel", door.InFull);
    }

    [Fact]
    public async Task The_same_file_read_twice_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(Lindelaan);

        Assert.Equal(new ImportReport(0, 0, 3), await app.ImportAsync(Lindelaan));
        Assert.Equal(3, (await app.SearchAsync("lindelaan")).Count);
    }

    [Fact]
    public async Task A_front_door_that_moved_keeps_its_identity()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(Lindelaan);
        var before = (await app.InPlacesAsync(p => p.SearchAsync("lindelaan 2", 1, default)))[0];

        var report = await app.ImportAsync(Streets.Header, "Lindelaan;2;;;1611AB;Bovenkarspel;5.2400;52.6958");
        var after = (await app.InPlacesAsync(p => p.SearchAsync("lindelaan 2", 1, default)))[0];

        Assert.Equal(new ImportReport(0, 1, 0), report);
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(5.24, after.At.Longitude);
    }

    [Fact]
    public async Task A_front_door_gets_the_buurt_around_it()
    {
        await using var app = await TestApp.StartAsync();
        var buurten = new CbsCatalogue().BuurtenIn("GM0532");
        await app.InDbAsync(async db =>
        {
            db.AddRange(buurten.Select(Known));
            return await db.SaveChangesAsync();
        });
        await app.ImportAsync(Lindelaan);

        var door = (await app.InPlacesAsync(p => p.SearchAsync("lindelaan 2", 1, default)))[0];
        Assert.Equal(buurten.Single(b => b.Holds(door.At)).Code, door.BuurtCode);
    }

    [Theory]
    [InlineData(";4;;;1611AB;Bovenkarspel;5.2;52.6", LineFault.NoStreet)]
    [InlineData("Lindelaan;vier;;;1611AB;Bovenkarspel;5.2;52.6", LineFault.NoNumber)]
    [InlineData("Lindelaan;0;;;1611AB;Bovenkarspel;5.2;52.6", LineFault.NoNumber)]
    [InlineData("Lindelaan;4;;;611AB;Bovenkarspel;5.2;52.6", LineFault.NoPostalCode)]
    [InlineData("Lindelaan;4;;;1611AB;;5.2;52.6", LineFault.NoTown)]
    [InlineData("Lindelaan;4;;;1611AB;Bovenkarspel;120000;480000", LineFault.NoPlace)]
    [InlineData("Lindelaan;4", LineFault.NoPostalCode)]
    public void A_line_that_is_no_address_is_named_by_its_number(string line, LineFault fault)
    {
        var lines = AddressCsv.Read(new StringReader($"{Streets.Header}\n\n{line}\nLindelaan;6;;;1611AB;Bovenkarspel;5.2;52.6")).ToList();

        Assert.Equal([(3, fault), (4, null)], lines.Select(l => (l.Line, l.Fault)));
    }

    [Fact]
    public void A_quote_that_is_never_closed_costs_one_line()
    {
        var lines = AddressCsv.Read(
            new StringReader($"{Streets.Header}\n\"Lindelaan;2;;;1611AB;Bovenkarspel;5.2;52.6\nLindelaan;4;;;1611AB;Bovenkarspel;5.2;52.6")
        );

        Assert.Equal(4, lines.Single(l => l.Fault is null).Address!.Number);
    }

    [Theory]
    [InlineData("straat,huisnummer,postcode,woonplaats,lat,lon\nLindelaan,4,1611AB,Bovenkarspel,52.6,5.2")]
    [InlineData("Openbareruimte_naam\tHuisnummer\tPostcode\tWoonplaatsnaam\tLon\tLat\nLindelaan\t4\t1611AB\tBovenkarspel\t5,2\t52,6")]
    public void Columns_may_have_other_names_and_other_commas(string csv)
    {
        Assert.Empty(AddressCsv.MissingColumns(new StringReader(csv)));
        Assert.Equal(
            new ReadAddress("Lindelaan", 4, "", "1611 AB", "Bovenkarspel", new(5.2, 52.6)),
            AddressCsv.Read(new StringReader(csv)).Single().Address
        );
    }

    [Theory]
    [InlineData("", "openbareruimtenaam huisnummer postcode woonplaatsnaam lon lat")]
    [InlineData("straat;huisnummer;postcode;woonplaats\nLindelaan;4;1611AB;Bovenkarspel", "lon lat")]
    public void A_file_without_the_columns_says_which_are_missing(string csv, string missing) =>
        Assert.Equal(missing, string.Join(' ', AddressCsv.MissingColumns(new StringReader(csv))));

    private static KnownBuurt Known(Nabij.Modules.Places.Contracts.Buurt drawn)
    {
        var buurt = new KnownBuurt(drawn.Code);
        buurt.Becomes(drawn);
        return buurt;
    }
}
