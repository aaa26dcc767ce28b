using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Tests.Modules.Volunteers;

/// <summary>The alliance, in which Kees is a volunteer of De Zonnebloem.</summary>
public abstract class WithKees : IAsyncLifetime
{
    private protected Alliance alliance = null!;
    private protected VolunteerId kees;

    private protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        alliance = await Alliance.StartAsync();
        kees = await alliance.ActiveAsync(alliance.Kees.Id, alliance.Zonnebloem);
    }

    public async ValueTask DisposeAsync()
    {
        await alliance.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
