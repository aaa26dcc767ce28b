using Nabij.Kernel.Jobs;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Persons;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Rooms.Afterwards;
using Nabij.Modules.Rooms.Asking;
using Nabij.Modules.Rooms.Cancelling;
using Nabij.Modules.Rooms.Confirming;
using Nabij.Modules.Rooms.Contracts;
using Nabij.Modules.Rooms.Finding;
using Nabij.Modules.Rooms.Following;
using Nabij.Modules.Rooms.Keeping;
using Nabij.Modules.Rooms.Keys;
using Nabij.Modules.Rooms.Persons;
using Nabij.Modules.Rooms.Showing;
using Quartz;

namespace Nabij.Modules.Rooms;

public sealed class RoomsModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IRooms, RoomsInSight>().AddScoped<RoomsInSight>();
        services.AddScoped<Changes>().AddScoped<RoomNews>().AddScoped<Standings>();
        services.AddScoped<KeepRoom>().AddScoped<CheckSeries>().AddScoped<AskForRoom>();
        services.AddScoped<AnswerForOwner>().AddScoped<CancelBooking>().AddScoped<TakeBackRoom>();
        services.AddScoped<SayHowLeft>().AddScoped<SettleTrouble>();
        services.AddScoped<IAnswerForPersons, RoomsOfPersons>();
        services.AddScoped<ReadDay>().AddScoped<ReadBooking>().AddScoped<ReadBookings>();
        services.AddScoped<IReceiveAnswers, AnswersOfOwner>().AddScoped<IReceiveAnswers, AnswersAboutLeaving>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<PhoneSilentOwnersJob>("40 0/15 * * * ?")
            .AddForEveryCommunity<RemindOfKeysJob>("50 0/15 * * * ?")
            .AddForEveryCommunity<LookBackOnRoomsJob>("15 5 6-20 * * ?");
}
