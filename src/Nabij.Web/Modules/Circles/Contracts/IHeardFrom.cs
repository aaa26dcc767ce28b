using Nabij.Kernel;
using NodaTime;

namespace Nabij.Modules.Circles.Contracts;

/// <summary>Keeps when the circle last heard from somebody: a call, coming together, help given or had.</summary>
public interface IHeardFrom
{
    /// <summary>These people were heard on this day. Who is in no circle is passed over. Saved by the caller.</summary>
    Task HearAsync(IReadOnlyCollection<PersonId> persons, LocalDate on, CancellationToken ct);
}
