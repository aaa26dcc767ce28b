using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.SigningIn;

/// <summary>What is kept of a code: a hash under the platform's secret, another for each time a code is asked for.</summary>
public sealed class CodeHash(SensitiveText sensitive)
{
    public string Of(SignInCodeId id, string digits) => sensitive.Fingerprint($"sign-in {id.Value:N} {digits}");

    /// <summary>The digits of what was typed: '123 456' is 123456.</summary>
    public static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit).Take(SignInCode.Digits + 1));
}
