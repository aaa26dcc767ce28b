using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;

namespace Nabij.Modules.Accounts.SecondStep;

/// <summary>What is kept of a recovery code: a hash under the platform's secret, another for each person.</summary>
public sealed class RecoveryHash(SensitiveText sensitive)
{
    public string Of(PersonId person, string code) => sensitive.Fingerprint($"recovery {person.Value:N} {code}");

    /// <summary>The digits of what was typed: '123 456' is 123456.</summary>
    public static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit).Take(TimeCode.Digits + 1));
}
