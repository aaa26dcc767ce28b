using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Modules.Accounts.Asking;
using Nabij.Modules.Accounts.Contracts;
using Nabij.Modules.Accounts.Organisations;
using Nabij.Modules.Accounts.Own;
using Nabij.Modules.Accounts.Passkeys;
using Nabij.Modules.Accounts.Persons;
using Nabij.Modules.Accounts.SecondStep;
using Nabij.Modules.Accounts.SigningIn;
using Quartz;

namespace Nabij.Modules.Accounts;

/// <summary>Signing in with a code that is used once, a passkey or an organisation's account; the second step; and signing out.</summary>
public sealed class AccountsModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<AskForCode>();
        services.AddScoped<IHandle<CodeAsked>, SendCode>();
        services.AddScoped<CodeHash>();
        services.AddScoped<WhoHasContact>();
        services.AddScoped<SignInWithCode>();
        services.AddScoped<SessionOfPerson>();
        services.AddScoped<MySessions>();
        services.AddScoped<RecoveryHash>().AddScoped<SetUpSecondFactor>().AddScoped<GiveSecondFactor>().AddScoped<RolesThatVerify>().AddScoped<ResetSecondFactor>();
        services.AddPasskeys();
        services.AddOrganisations();
        services.AddScoped<IAnswerForPersons, SignInsOfPersons>();
    }

    public static void AddJobs(IQuartzBuilder jobs) { }
}
