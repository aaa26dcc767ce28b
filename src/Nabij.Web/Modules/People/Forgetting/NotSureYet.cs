using Nabij.Kernel;

namespace Nabij.Modules.People.Forgetting;

/// <summary>It cannot be undone, so it is asked twice.</summary>
public sealed record NotSureYet : Refusal;
