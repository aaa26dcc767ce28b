namespace Nabij.Modules.Calendar.Meetings.Remarks;

/// <summary>A question or remark as it is typed.</summary>
public sealed class RemarkForm
{
    /// <summary>Which remark this becomes: sent twice, it is the same one.</summary>
    public string? Key { get; set; } = RemarkId.New().Value.ToString();
    public string? Words { get; set; }
    public string? By { get; set; }
    public string? WithName { get; set; }
    public string? GivenName { get; set; }
    public string? Contact { get; set; }

    public RemarkId Remark => Guid.TryParse(Key, out var id) ? new(id) : RemarkId.New();
}
