using System.Globalization;
using Nabij.Algorithms.Routing;
using Nabij.Algorithms.Routing.Formats;

namespace Nabij.Benchmarks.Routing;

/// <summary>What was typed behind <c>routing</c>.</summary>
internal sealed record RoutingOptions
{
    public List<string> Files { get; } = [];
    public double Seconds { get; private set; } = 10;
    public long? Iterations { get; private set; }
    public ulong Seed { get; private set; } = 1;
    public int Threads { get; private set; } = 1;
    public Method Method { get; private set; }
    public bool CpuTime { get; private set; }
    public string? Out { get; private set; }
    public string? Trace { get; private set; }
    public string? Solutions { get; private set; }
    public Convention Convention { get; private set; } = Convention.Dimacs;

    public PlannerOptions Planner =>
        new()
        {
            Seed = Seed,
            Threads = Threads,
            Method = Method,
        };

    public static RoutingOptions Parse(string[] words)
    {
        var options = new RoutingOptions();
        var queue = new Queue<string>(words);
        while (queue.TryDequeue(out var word))
        {
            string Value() =>
                queue.TryDequeue(out var value) ? value : throw new FormatException($"{word} asks a value");
            switch (word)
            {
                case "--seconds":
                    options.Seconds = double.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--iterations":
                    options.Iterations = long.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--seed":
                    options.Seed = ulong.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--threads":
                    options.Threads = int.Parse(Value(), CultureInfo.InvariantCulture);
                    break;
                case "--method":
                    options.Method = Enum.Parse<Method>(Value(), ignoreCase: true);
                    break;
                case "--cpu-time":
                    options.CpuTime = true;
                    break;
                case "--out":
                    options.Out = Value();
                    break;
                case "--trace":
                    options.Trace = Value();
                    break;
                case "--solutions":
                    options.Solutions = Value();
                    break;
                case "--convention":
                    options.Convention = Enum.Parse<Convention>(Value(), ignoreCase: true);
                    break;
                default:
                    options.Files.Add(
                        word.StartsWith("--", StringComparison.Ordinal)
                            ? throw new FormatException($"{word} is not known")
                            : word
                    );
                    break;
            }
        }
        return options;
    }
}
