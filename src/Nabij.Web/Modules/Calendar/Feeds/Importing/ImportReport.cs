namespace Nabij.Modules.Calendar.Feeds.Importing;

/// <summary>What reading a feed changed.</summary>
/// <param name="Gone">Activities that are no longer in it.</param>
/// <param name="Cancelled">Dates that were to go on and do not.</param>
public readonly record struct ImportReport(int Added, int Changed, int Gone, int Cancelled)
{
    public bool ChangedNothing => this == default;
}
