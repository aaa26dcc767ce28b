using Nabij.Kernel;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Drawing;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Modules.Places;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Circles.Redrawing;

/// <summary>A circle of nineteen: ten in the Lindelaan, nine in the Eikstraat; Truus and Kees take the lead, Fatima of the Eikstraat steps in.</summary>
internal sealed record BigCircle(TestApp App, CircleId Id, IReadOnlyList<Person> Members)
{
    public static readonly StreetPart Eikstraat = new("Eikstraat", StreetSide.Both, null, null);

    private static readonly string[] Names =
        ["Truus", "Kees", "Wim", "Nel", "Bart", "Joke", "Omar", "Gerrit", "Els", "Piet", "Fatima", "Riet", "Ahmed", "Hatice", "Jan", "Corrie", "Henk", "Sjaan", "Mo"];

    public Person Truus => Members[0];
    public Person Kees => Members[1];
    public Person Fatima => Members[10];
    public Person Riet => Members[11];

    public static async Task<BigCircle> StartAsync(TestApp app)
    {
        var linde = await app.AddStreetAsync("Lindelaan", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        var eik = await app.AddStreetAsync("Eikstraat", 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var circle = await app.StartCircleAsync("Lindelaan");
        var members = new List<Person>();
        foreach (var (at, home) in linde.Concat(eik).Index())
            members.Add(await app.AddMemberAsync(circle, Names[at], "Visser", $"030 555 01 {at:00}", home: home));
        foreach (var street in (string[])["Lindelaan", "Eikstraat"])
            Assert.Null(await app.DoAsync<DrawCircle>(d => d.AddAsync(circle, new(street, StreetSide.Both, null, null), default)));
        Assert.Null(await app.NameContactsAsync(circle, members[0], members[1], members[10]));
        return new(app, circle, members);
    }
}
