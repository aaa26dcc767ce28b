namespace Nabij.Demo;

public static class Making
{
    public static Task<int> RunAsync(string[] args) => Task.FromResult(args.Length);
}
