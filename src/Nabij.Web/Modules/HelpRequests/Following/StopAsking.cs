using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Data;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Following;

/// <summary>
/// Nobody is left with a question that no longer needs an answer, nor with news that is no longer true. Saved by the caller,
/// who tells what is true now after this.
/// </summary>
public sealed class StopAsking(NabijDb db, HelpNews news, IClock clock)
{
    public async Task AskingAsync(HelpRequest request, CancellationToken ct)
    {
        await news.ForgetAsync(request, ct);
        var asked = await db.Asks.OfRequest(request.Id).Open.ToListAsync(ct);
        await news.FilledAsync(request, [.. asked.Where(a => a.IsOpen)], clock.GetCurrentInstant(), ct);
    }
}
