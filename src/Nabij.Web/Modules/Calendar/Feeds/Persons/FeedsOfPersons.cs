using Nabij.Kernel;
using Nabij.Kernel.Persons;

namespace Nabij.Modules.Calendar.Feeds.Persons;

/// <summary>The addresses of calendars are kept encrypted, for some are as good as a password; they are of organisations, not of people.</summary>
public sealed class FeedsOfPersons : IAnswerForPersons
{
    public IReadOnlyList<KeptRows> Kept { get; } = [new(Retention.Organisation, "feeds", [], "Address")];

    public Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct) => Task.FromResult<IReadOnlyList<KeptRecord>>([]);

    public Task ForgetAsync(PersonId person, CancellationToken ct) => Task.CompletedTask;
}
