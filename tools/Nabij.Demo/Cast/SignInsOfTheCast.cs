using System.Globalization;
using Nabij.Demo.Telling;
using Nabij.Kernel.Identity;

namespace Nabij.Demo.Cast;

/// <summary>The people whom a visitor of the demo may be get an account, which only the demo's own page opens.</summary>
public static class SignInsOfTheCast
{
    private const int LongestLogin = 43;

    public static Task AddAsync(CastOfTown cast, Neighbourhood place) =>
        place.Stage.ActAsync(async scope =>
        {
            var signIn = scope.GetRequiredService<SignIn>();
            foreach (var member in cast.Members.Where(m => m.SignsIn))
                await signIn.LinkAsync(LoginOf(place, member), place.Id(member.Key), member.GivenName, CancellationToken.None);
            return true;
        });

    private static string LoginOf(Neighbourhood place, CastMember member) =>
        string.Create(CultureInfo.InvariantCulture, $"{Seeding.DemoLogin}{place.Id(member.Key).Value:N}")[..Math.Min(LongestLogin, Seeding.DemoLogin.Length + 32)];
}
