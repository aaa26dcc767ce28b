namespace Nabij.Kernel.Identity;

/// <summary>
/// Who is asking, for the length of one request: a person of this community, or nobody (a visitor, or a job).
/// </summary>
public sealed class CurrentPerson
{
    private IReadOnlyList<HeldRole> roles = [];

    public bool IsKnown => IdOrNone is not null;
    public PersonId? IdOrNone { get; private set; }
    public PersonId Id => IdOrNone ?? throw new InvalidOperationException("Nobody is signed in here.");
    public string GivenName { get; private set; } = "";

    /// <summary>Whether this person has the role anywhere in the community.</summary>
    public bool Is(Role role) => roles.Any(held => held.Role == role);

    /// <summary>Whether this person has the role for this circle or organisation, or for the whole community.</summary>
    public bool Is(Role role, Guid scope) => roles.Any(held => held.Role == role && (held.Scope ?? scope) == scope);

    /// <summary>The circles or organisations for which this person has the role.</summary>
    public IReadOnlyList<Guid> ScopesOf(Role role) =>
        [.. roles.Where(held => held.Role == role && held.Scope is not null).Select(held => held.Scope!.Value)];

    public IReadOnlyList<HeldRole> Roles => roles;

    /// <summary>Whether this person has roles that count only after the second factor, which was not given in this session.</summary>
    public bool MustVerify { get; private set; }

    public void SignIn(PersonId person, string givenName, IReadOnlyList<HeldRole> held, bool mustVerify = false) =>
        (IdOrNone, GivenName, roles, MustVerify) = (person, givenName, held, mustVerify);
}

public readonly record struct HeldRole(Role Role, Guid? Scope);
