using Nabij.Kernel.Modules;
using Nabij.Modules.People.Away;
using Nabij.Modules.People.Changing;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Finding;
using Nabij.Modules.People.Forgetting;
using Nabij.Modules.People.Helping;
using Nabij.Modules.People.Importing;
using Nabij.Modules.People.Knowing;
using Nabij.Modules.People.Merging;
using Nabij.Modules.People.Persons;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Persons;
using Nabij.Modules.People.Own;
using Nabij.Modules.People.Reading;
using Nabij.Modules.People.Recording;
using Nabij.Modules.People.Roles;
using Quartz;

namespace Nabij.Modules.People;

/// <summary>Who lives here, how each is reached, and what they like to do for neighbours.</summary>
public sealed class PeopleModule : IModule
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPeople, PeopleOfCommunity>();
        services.AddScoped<SearchPeople>().AddScoped<IFindPeople>(scope => scope.GetRequiredService<SearchPeople>());
        services.AddScoped<LikelyDoubles>();
        services.AddScoped<RecordPerson>();
        services.AddScoped<IFirstPerson, FirstPerson>();
        services.AddScoped<IRecordNeighbour, RecordNeighbour>();
        services.AddScoped<INewPerson, NewPerson>();
        services.AddScoped<ReadPersonForm>();
        services.AddScoped<ChangePerson>();
        services.AddScoped<ReadPerson>();
        services.AddScoped<OfferHelp>().AddScoped<IVogs, Vogs>();
        services.AddScoped<BeAway>();
        services.AddScoped<HeldRoles>();
        services.AddScoped<GiveRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<WhoSaw>();
        services.AddScoped<IAnswerForPersons, RecordsOfPersons>();
        services.AddScoped<MergePersons>().AddScoped<MoveReferences>();
        services.AddScoped<IAnswerForPersons, ImportsOfPersons>();
        services.AddScoped<KeepSheet>().AddScoped<LookAtRows>().AddScoped<TakeRows>().AddScoped<ImportReport>();
        services.AddScoped<WhatIsKnown>().AddScoped<KnownDocuments>();
        services.AddScoped<ForgetPerson>().AddScoped<BlackenWords>().AddScoped<AnnounceForgetting>();
    }

    public static void AddJobs(IQuartzBuilder jobs) =>
        jobs.AddForEveryCommunity<ForgetOnTimeJob>("0 20 3 * * ?").AddForEveryCommunity<ImportPeopleJob>("5/10 * * * * ?");

    public static void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        KnownDocuments.Map(endpoints);
        ImportReport.Map(endpoints);
    }
}
