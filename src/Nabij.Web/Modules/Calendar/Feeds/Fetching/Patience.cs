namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>How long one fetch may still take: so long in all, and so long without a single byte.</summary>
internal sealed class Patience : IDisposable
{
    private readonly FeedSettings settings;
    private readonly CancellationTokenSource inAll;
    private readonly CancellationTokenSource inSilence;
    private readonly CancellationTokenSource both;

    public Patience(FeedSettings settings, TimeProvider time, CancellationToken ct)
    {
        this.settings = settings;
        inAll = new(settings.Patience, time);
        inSilence = new(settings.PatienceInSilence, time);
        both = CancellationTokenSource.CreateLinkedTokenSource(ct, inAll.Token, inSilence.Token);
    }

    public CancellationToken Token => both.Token;

    public void SomethingCame() => inSilence.CancelAfter(settings.PatienceInSilence);

    public void Dispose()
    {
        both.Dispose();
        inSilence.Dispose();
        inAll.Dispose();
    }
}
