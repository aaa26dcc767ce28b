namespace Nabij.Kernel.Tenancy;

/// <summary>The community that this request, or this run of a job, is in. Set once, by the address or by the job.</summary>
public sealed class CurrentCommunity
{
    private Community? community;

    public bool IsKnown => community is not null;

    public CommunityId Id => Entered.Id;

    /// <summary>The id, or one that no row has when there is no community.</summary>
    public CommunityId IdOrNone => community?.Id ?? default;

    public string Slug => Entered.Slug;
    public string Name => Entered.Name;

    /// <summary>As loaded at the start; to change it, load it from the database.</summary>
    public Community Entered =>
        community ?? throw new InvalidOperationException("There is no community here: enter one first.");

    public void Enter(Community entered)
    {
        if (community is not null && community.Id != entered.Id)
            throw new InvalidOperationException("A request stays in the community that it started in.");
        community = entered;
    }
}
