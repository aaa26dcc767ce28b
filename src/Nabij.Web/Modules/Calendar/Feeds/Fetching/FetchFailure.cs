using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Feeds.Fetching;

/// <summary>Ends a fetch from within the connection; caught by <see cref="FetchFeed"/>.</summary>
internal sealed class FetchFailure(FeedTrouble trouble) : IOException
{
    public FeedTrouble Trouble => trouble;
}
