using Nabij.Kernel;

namespace Nabij.Modules.Volunteers.Domain;

/// <summary>Somebody signed up to do something for the neighbourhood.</summary>
public readonly record struct VolunteerId(Guid Value) : ITypedId<VolunteerId>
{
    public static VolunteerId New() => new(Guid.CreateVersion7());

    public static VolunteerId From(Guid value) => new(value);
}

/// <summary>Work for one pair of hands.</summary>
public readonly record struct ShiftId(Guid Value) : ITypedId<ShiftId>
{
    public static ShiftId New() => new(Guid.CreateVersion7());

    public static ShiftId From(Guid value) => new(value);
}

/// <summary>An organisation lends somebody for a shift.</summary>
public readonly record struct LendingId(Guid Value) : ITypedId<LendingId>
{
    public static LendingId New() => new(Guid.CreateVersion7());

    public static LendingId From(Guid value) => new(value);
}

/// <summary>Hours and expenses of one day.</summary>
public readonly record struct HoursId(Guid Value) : ITypedId<HoursId>
{
    public static HoursId New() => new(Guid.CreateVersion7());

    public static HoursId From(Guid value) => new(value);
}

/// <summary>A course, or an evening on which volunteers talk about what they meet with.</summary>
public readonly record struct CourseId(Guid Value) : ITypedId<CourseId>
{
    public static CourseId New() => new(Guid.CreateVersion7());

    public static CourseId From(Guid value) => new(value);
}
