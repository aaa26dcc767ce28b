namespace Nabij.Modules.Desk.Contracts;

/// <summary>How much is to be done by who is signed in: for their start page.</summary>
public interface IWorkAtHand
{
    Task<WorkAtHand> CountAsync(CancellationToken ct);
}

/// <param name="Late">What had to be done before now.</param>
/// <param name="Today">What is to be done before the day ends.</param>
public sealed record WorkAtHand(int Late, int Today);
