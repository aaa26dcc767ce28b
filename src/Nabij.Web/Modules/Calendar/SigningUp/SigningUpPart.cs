using Nabij.Kernel.Persons;
using Nabij.Modules.Calendar.Attending;
using Nabij.Modules.Calendar.Persons;
using Nabij.Modules.Calendar.SigningUp.FromPaper;
using Nabij.Modules.Reach.Contracts;

namespace Nabij.Modules.Calendar.SigningUp;

/// <summary>What the module needs for signing up.</summary>
internal static class SigningUpPart
{
    public static void AddSigningUp(this IServiceCollection services) =>
        services
            .AddScoped<SignUpForDate>()
            .AddScoped<AfterSignUp>()
            .AddScoped<SignUpFromPaper>()
            .AddScoped<WithdrawSignUp>()
            .AddScoped<OfferPlaces>()
            .AddScoped<WaitingFollowUps>()
            .AddScoped<TellSignedUp>()
            .AddScoped<SignUpNews>()
            .AddScoped<TickAttendance>()
            .AddScoped<IReceiveAnswers, SignUpAnswers>()
            .AddScoped<IAnswerForPersons, SignUpsOfPersons>();
}
