using Nabij.Demo.Telling;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Outbox;
using Nabij.Modules.Desk.Alarms;
using Nabij.Modules.HelpRequests.Afterwards;
using Nabij.Modules.HelpRequests.Stopping;
using Nabij.Modules.HelpRequests.Widening;

namespace Nabij.Demo.Weeks;

/// <summary>What the platform does by itself as time passes.</summary>
public sealed class Ticking(Neighbourhood place, Post post)
{
    public async Task TickAsync()
    {
        await RunAsync<WidenRingsJob>();
        await RunAsync<AskAfterwardsJob>();
        await RunAsync<ExpireJob>();
        await RunAsync<CloseUnansweredJob>();
        await post.DeliverAsync();
    }

    public async Task MorningAsync()
    {
        await RunAsync<RaiseAlarmsJob>();
        await RunAsync<DeliverOutboxJob>();
    }

    private Task<bool> RunAsync<TJob>()
        where TJob : ICommunityJob =>
        place.Stage.ActAsync(async scope =>
        {
            await scope.GetRequiredService<TJob>().RunAsync(CancellationToken.None);
            return true;
        });
}
