using Microsoft.AspNetCore.Identity;

namespace Nabij.Modules.Accounts.Passkeys;

/// <summary>What passkeys need; a part of the module.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<PasskeyHolder>().AddUserStore<PasskeyHolders>();
        services.AddScoped<IPasskeyHandler<PasskeyHolder>, PasskeyHandler<PasskeyHolder>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required"; // a finger, a face or a number: so a key is two factors
            options.ResidentKeyRequirement = "required"; // the key knows whose it is: nobody types a name
            options.ValidateOrigin = PasskeyCeremony.IsOurPageAsync;
        });
        services.AddScoped<Challenge>().AddScoped<PasskeyCeremony>().AddScoped<RegisterPasskey>().AddScoped<SignInWithPasskey>();
    }
}
