using Nabij.Kernel.Data;
using Quartz;

namespace Nabij.Host;

public static class JobStore
{
    /// <summary>
    /// On PostgreSQL the schedule is kept in the database and shared by all web nodes: each tick is for one of them. On
    /// SQLite there is one node, and the schedule stays in memory.
    /// </summary>
    public static void StoreJobs(this IQuartzBuilder jobs, string connection)
    {
        if (!Database.IsPostgres(connection))
            return;
        jobs.UsePersistentStore(store =>
        {
            store.UsePostgres(connection);
            store.ProvisionSchema();
            store.UseClustering();
        });
    }
}
