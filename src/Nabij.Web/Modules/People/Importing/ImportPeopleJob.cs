using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Jobs;
using Nabij.Modules.People.Data;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Importing;

/// <summary>Looks at the lists that came in and writes down those that were agreed, in the name of who sent them.</summary>
public sealed class ImportPeopleJob(NabijDb db, CurrentPerson current, LookAtRows look, TakeRows take) : ICommunityJob
{
    public async Task RunAsync(CancellationToken ct)
    {
        var waiting = await db
            .PeopleImports.Where(i => i.State == ImportState.Looking || i.State == ImportState.Taking)
            .OrderBy(i => i.At)
            .Select(i => new { i.Id, i.State, i.By })
            .ToListAsync(ct);
        foreach (var import in waiting)
        {
            current.SignIn(import.By, "", []);
            await (import.State is ImportState.Looking ? look.HandleAsync(import.Id, ct) : take.HandleAsync(import.Id, ct));
        }
    }
}
