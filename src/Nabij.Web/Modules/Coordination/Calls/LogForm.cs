using Nabij.Kernel;
using Nabij.Modules.Coordination.Domain;

namespace Nabij.Modules.Coordination.Calls;

/// <summary>A call as it is typed while somebody talks.</summary>
public sealed class LogForm
{
    /// <summary>The button that looks who calls, and keeps all that was typed.</summary>
    public const string LooksUp = "search";
    public const string Unknown = "unknown";
    public const string NewPerson = "new";

    /// <summary>Which call this becomes: sent twice, it is the same one.</summary>
    public string? Key { get; set; } = CallId.New().Value.ToString();
    public string? Search { get; set; }

    /// <summary>The caller's id, or <see cref="Unknown"/>, or <see cref="NewPerson"/>.</summary>
    public string? Caller { get; set; }
    public string? Words { get; set; }
    public string? Kind { get; set; }
    public string? Go { get; set; }

    public CallId Call => Guid.TryParse(Key, out var id) ? new(id) : CallId.New();
    public PersonId? CallerId => Guid.TryParse(Caller, out var id) ? new(id) : null;
    public CallKind? What => Enum.GetNames<CallKind>().Contains(Kind, StringComparer.Ordinal) ? Enum.Parse<CallKind>(Kind!) : null;
    public bool Searches => Go == LooksUp;
}

/// <summary>Where to go on with a call.</summary>
public static class CallPaths
{
    /// <summary>The form of what it becomes, filled in with who called; or who that was, when it must be known.</summary>
    /// <param name="call">The call.</param>
    /// <param name="kind">What it becomes.</param>
    /// <param name="caller">Who called, when known.</param>
    /// <param name="newPerson">What was typed of somebody who is to be written down first.</param>
    public static string After(CallId call, CallKind kind, PersonId? caller, string? newPerson) =>
        (kind, caller) switch
        {
            (_, null) when newPerson is not null => $"mensen/nieuw/gegevens?zoek={Uri.EscapeDataString(newPerson)}&naar={Of(call)}",
            (CallKind.Answer, _) => "telefoon?gelukt=1",
            (CallKind.Request, { } person) => $"hulp-vragen?voor={person.Value}",
            (CallKind.Volunteer, { } person) => $"vrijwilliger-worden?voor={person.Value}",
            _ => Of(call),
        };

    public static string Of(CallId call) => $"telefoon/{call.Value}";
}
