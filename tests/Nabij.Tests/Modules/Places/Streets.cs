using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Modules.Places.Contracts;
using Nabij.Modules.Places.Domain;
using Nabij.Modules.Places.Importing;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.Places;

/// <summary>Streets for tests: front doors in a row, some ten metres from each other, in Bovenkarspel.</summary>
public static class Streets
{
    public const string Header = "openbareruimtenaam;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaatsnaam;lon;lat";

    private const double Longitude = 5.2400;
    private const double Latitude = 52.6950;
    private const double TenMetresEast = 0.000148;

    extension(TestApp app)
    {
        /// <summary>The front doors of a street with these numbers, in the order given.</summary>
        public async Task<IReadOnlyList<AddressId>> AddStreetAsync(string street, params int[] numbers)
        {
            var lines = numbers.Select((n, at) => Line(street, n, "1611 AB", "Bovenkarspel", new(Longitude + at * TenMetresEast, Latitude)));
            await app.ImportAsync([Header, .. lines]);
            var found = await app.InPlacesAsync(places => places.InStreetAsync(street, TestContext.Current.CancellationToken));
            return [.. numbers.Select(n => found.First(a => a.Number == n).Id)];
        }

        public Task<ImportReport> ImportAsync(params string[] lines) =>
            app.InScopeAsync(scope =>
                scope
                    .GetRequiredService<ImportAddresses>()
                    .HandleAsync(new StringReader(string.Join('\n', lines)), TestContext.Current.CancellationToken)
            );

        public Task<T> InPlacesAsync<T>(Func<IPlaces, Task<T>> act) =>
            app.InScopeAsync(scope => act(scope.GetRequiredService<IPlaces>()));

        /// <summary>The front doors found, best first: 'Lindelaan 4'.</summary>
        public async Task<IReadOnlyList<string>> SearchAsync(string typed, int limit = 10) =>
            [
                .. (
                    await app.InPlacesAsync(p => p.SearchAsync(typed, limit, TestContext.Current.CancellationToken))
                ).Select(a => a.FrontDoor),
            ];
    }

    public static string Line(string street, int number, string postalCode, string town, GeoPoint at, string letter = "", string suffix = "") =>
        FormattableString.Invariant($"{street};{number};{letter};{suffix};{postalCode};{town};{at.Longitude};{at.Latitude}");
}
