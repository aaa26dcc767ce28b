using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Domain;

/// <summary>A calendar that an organisation keeps elsewhere, from which activities are read.</summary>
public readonly record struct FeedId(Guid Value) : ITypedId<FeedId>
{
    public static FeedId New() => new(Guid.CreateVersion7());

    public static FeedId From(Guid value) => new(value);
}
