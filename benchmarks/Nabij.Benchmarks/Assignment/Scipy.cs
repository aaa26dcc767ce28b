using System.Diagnostics;
using System.Runtime.InteropServices;
using Nabij.Algorithms.Assignment;

namespace Nabij.Benchmarks.Assignment;

/// <summary>The dense solver of scipy on the same matrix in the same run, where python3 with scipy is
/// installed.</summary>
internal static class Scipy
{
    private const string Script =
        "import sys, time, numpy\n"
        + "from scipy.optimize import linear_sum_assignment\n"
        + "costs = numpy.fromfile(sys.argv[1], dtype=numpy.int32).reshape(int(sys.argv[2]), -1).astype(float)\n"
        + "start = time.thread_time()\n"
        + "rows, columns = linear_sum_assignment(costs)\n"
        + "spent = time.thread_time() - start\n"
        + "print(f'{spent:.4f} s cpu', int(costs[rows, columns].sum()))";

    public static string Measure(CostMatrix costs, long expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
                for (var row = 0; row < costs.Rows; row++)
                    stream.Write(MemoryMarshal.AsBytes(costs.Row(row)));
            var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Script, file, $"{costs.Rows}"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            // Null only when an existing process is reused, which a plain start never does.
            using var process = Process.Start(start)!;
            var answer = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return answer.EndsWith($" {expected}", StringComparison.Ordinal) ? answer : $"other cost: {answer}";
        }
        finally
        {
            File.Delete(file);
        }
    }
}
