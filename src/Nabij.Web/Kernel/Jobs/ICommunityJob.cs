using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Tenancy;
using Quartz;

namespace Nabij.Kernel.Jobs;

/// <summary>
/// Work that comes round, done for each community in turn. It finds what is due, lets the entities decide, saves; done
/// twice it does no harm. It runs on one node at a time.
/// </summary>
public interface ICommunityJob
{
    Task RunAsync(CancellationToken ct);
}

/// <summary>Runs a job in every community, each in a scope of its own: trouble in one does not keep the others waiting.</summary>
[DisallowConcurrentExecution]
public sealed partial class ForEveryCommunity<TJob>(
    IServiceScopeFactory scopes,
    CommunityDirectory communities,
    ILogger<TJob> log
) : IJob
    where TJob : ICommunityJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var community in await communities.AllAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(community);
            try
            {
                // one connection for all it does, instead of one for each command
                await scope.ServiceProvider.GetRequiredService<NabijDb>().Database.OpenConnectionAsync(cancellationToken);
                await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(log, failure, typeof(TJob).Name, community.Id.Value);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed in community {Community}")]
    private static partial void LogFailure(ILogger logger, Exception failure, string job, Guid community);
}

public static class CommunityJobs
{
    /// <summary>Adds a job that runs for every community at these times (Quartz cron, in the server's UTC).</summary>
    public static IQuartzBuilder AddForEveryCommunity<TJob>(this IQuartzBuilder jobs, string cron)
        where TJob : class, ICommunityJob
    {
        jobs.Services.AddScoped<TJob>();
        jobs.ScheduleJob<ForEveryCommunity<TJob>>(trigger => trigger.WithIdentity(typeof(TJob).Name).WithCronSchedule(cron));
        return jobs;
    }
}
