namespace Nabij.Kernel;

/// <summary>
/// The domain said no, for a reason a person can read. A method that can be refused returns <c>Refusal?</c>:
/// null means done. Exceptions stay for what nobody foresaw. The type's name is the key of its translation.
/// </summary>
public abstract record Refusal
{
    /// <summary>The key of the sentence that a person reads: <c>Refusal.AlreadyClaimed</c>.</summary>
    public string TextKey => $"Refusal.{GetType().Name}";
}
