using Nabij.Kernel;
using Nabij.Modules.Calendar.Contracts;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.People.Contracts;

namespace Nabij.Modules.Calendar.SigningUp.FromPaper;

/// <summary>One line of the paper list, as it was typed over.</summary>
public sealed class PaperLine
{
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Contact { get; set; }
    public string? Companion { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(GivenName) && string.IsNullOrWhiteSpace(FamilyName) && string.IsNullOrWhiteSpace(Contact);
}

/// <summary>Types the list over that hung in the hall: who is known is found, who is not is written down, and all sign up.</summary>
public sealed class SignUpFromPaper(INewPerson persons, SignUpForDate signUp)
{
    /// <summary>What came of one line: a state, or why not.</summary>
    public async Task<(SignUpState? State, Refusal? Refused)> HandleAsync(ActivityDateId date, PaperLine line, CancellationToken ct)
    {
        var (person, refused) = await persons.FindOrRecordAsync(line.GivenName ?? "", line.FamilyName ?? "", line.Contact ?? "", ct);
        return person is { } who
            ? await signUp.HandleAsync(date, who, new(SignedUpBy.Paper, line.Companion == "true" ? 1 : 0), wantsLift: false, ct)
            : (null, refused);
    }
}
