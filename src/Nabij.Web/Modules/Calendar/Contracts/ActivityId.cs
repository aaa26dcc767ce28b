using Nabij.Kernel;

namespace Nabij.Modules.Calendar.Contracts;

/// <summary>Something to do in the neighbourhood: once, or a series of dates.</summary>
public readonly record struct ActivityId(Guid Value) : ITypedId<ActivityId>
{
    public static ActivityId New() => new(Guid.CreateVersion7());

    public static ActivityId From(Guid value) => new(value);
}

/// <summary>One date of an activity.</summary>
public readonly record struct ActivityDateId(Guid Value) : ITypedId<ActivityDateId>
{
    public static ActivityDateId New() => new(Guid.CreateVersion7());

    public static ActivityDateId From(Guid value) => new(value);
}
