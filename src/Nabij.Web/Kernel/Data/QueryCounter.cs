using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nabij.Kernel.Data;

/// <summary>Counts the commands that a request sends to the database.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    public static readonly QueryCounter Instance = new();

    private static readonly AsyncLocal<Tally?> Current = new();

    /// <summary>Counts from here, in this flow of control and what it awaits; who counts already goes on counting.</summary>
    public static Tally Start() => Current.Value = new Tally(Current.Value);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Current.Value?.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Current.Value?.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public sealed class Tally(Tally? around)
    {
        private readonly List<string> commands = [];

        public int Queries => commands.Count;
        public IReadOnlyList<string> Commands => commands;

        internal void Add(string command)
        {
            lock (commands)
                commands.Add(command);
            around?.Add(command);
        }
    }
}

/// <summary>What is measured, for OpenTelemetry: <c>nabij.queries</c> is the number of SQL commands in one request.</summary>
public static class NabijMeter
{
    public const string Name = "Nabij";
    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<int> Queries = Meter.CreateHistogram<int>("nabij.queries", "{query}");

    public static void Observe(string name, Func<IEnumerable<Measurement<long>>> read) =>
        Meter.CreateObservableGauge(name, read);
}
