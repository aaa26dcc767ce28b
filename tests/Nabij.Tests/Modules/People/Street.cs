using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Domain;
using Nabij.Tests.Support;
using NodaTime;

namespace Nabij.Tests.Modules.People;

/// <summary>People of the Lindelaan to write tests about.</summary>
internal static class Street
{
    public static readonly LocalDate Today = new(2026, 6, 2);

    public static Consent Spoken(this TestApp app) => new(ConsentWay.Spoken, app.Clock.Now, null);

    /// <summary>Saves somebody with these ways to be reached: by mail, else by landline, as they are given.</summary>
    public static async Task<Person> AddPersonAsync(
        this TestApp app,
        string givenName,
        string familyName,
        WaysToReach? ways = null,
        AddressId? home = null
    )
    {
        var person = new Person(givenName, familyName, app.Spoken()) { Home = home };
        if (ways is not null)
            Assert.Null(person.ReachBy(ways, app.Services.GetRequiredService<SensitiveText>().Fingerprint));
        await app.SaveAsync(person);
        return person;
    }

    public static Task<T> AskPeopleAsync<T>(this TestApp app, Func<IPeople, Task<T>> ask) =>
        app.InScopeAsync(scope => ask(scope.GetRequiredService<IPeople>()));

    public static Helper Likes(this Person person, params HelpKind[] kinds)
    {
        var helper = new Helper(person.Id);
        Assert.Null(helper.Offer(kinds, DayParts.Always, 2, hasCar: false, ["nl"]));
        return helper;
    }
}
