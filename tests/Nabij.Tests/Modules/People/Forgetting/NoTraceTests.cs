using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Modules.People.Forgetting;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Forgetting;

/// <summary>
/// After some weeks of random lives half of the street is forgotten, one by one while the others go on. Of nobody of them is a name,
/// a number or a word left: not in any column as it is, nor decrypted, nor in the bytes of the database, nor in the log; and
/// every count is as it was. With which dice: <c>NABIJ_SEED</c>.
/// </summary>
public sealed class NoTraceTests(ITestOutputHelper output)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable("NABIJ_SEED"), CultureInfo.InvariantCulture, out var set) ? set : 20261122;

    [Fact]
    public async Task Of_who_was_forgotten_no_name_number_or_word_is_left_and_the_counts_are_true()
    {
        output.WriteLine($"seed {Seed}");
        var said = new SaidInLogs();
        await using var app = new TestApp(await TestDatabase.NewAsync());
        app.MoreServices = services => services.AddSingleton<ILoggerProvider>(said);
        await app.AddCommunityAsync(app.Community);
        var street = new RandomLives(app, Seed);
        await street.RunAsync();
        await StandInPlainViewAsync(app, street.Lives);

        var gone = street.Lives.Where((_, n) => n % 2 == 0).ToList();
        foreach (var life in gone)
        {
            var before = await CountsAsync(app);
            Assert.Null(await street.AsAsync(life.Id, s => s.GetRequiredService<ForgetPerson>().HandleAsync(life.Id, default)));
            Assert.Equal(before.Where(t => t.Key is not "messages"), (await CountsAsync(app)).Where(t => t.Key is not "messages"));
            Assert.True((await CountsAsync(app))["messages"] >= before["messages"]);
            await street.TickAsync();
        }

        var signs = gone.SelectMany(life => life.Signs).ToList();
        output.WriteLine($"{gone.Count} forgotten, {signs.Count} signs looked for, {await TextsOfAsync(app).CountAsync(Ct)} texts read");
        Assert.Empty(await FoundAsync(app, signs));
        Assert.Empty(signs.Where(sign => said.Text.Contains(sign, StringComparison.OrdinalIgnoreCase)));
        if (!TestDatabase.IsPostgres)
            Assert.Empty(await InFilesAsync(app, signs));
        Assert.NotEmpty(await FoundAsync(app, street.Lives.Except(gone).SelectMany(life => life.Signs).ToList()));
    }

    /// <summary>What is looked for can be found as long as nobody is forgotten: the test would notice.</summary>
    private static async Task StandInPlainViewAsync(TestApp app, List<Life> lives)
    {
        var found = await FoundAsync(app, [lives[0].Given, lives[0].Mail, lives[0].Signs.Last()]);
        Assert.Equal(3, found.Select(f => f.Sign).Distinct(StringComparer.Ordinal).Count());
    }

    private static async Task<IReadOnlyList<(string Sign, string Where)>> FoundAsync(TestApp app, IReadOnlyList<string> signs)
    {
        var found = new List<(string, string)>();
        await foreach (var (where, text) in TextsOfAsync(app))
            found.AddRange(signs.Where(sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)).Select(sign => (sign, where)));
        return found;
    }

    /// <summary>Every text in every table as it is stored, and what it says when it is encrypted or written as JSON.</summary>
    private static async IAsyncEnumerable<(string Where, string Text)> TextsOfAsync(TestApp app)
    {
        var rows = new List<(string, string)>();
        await app.InScopeAsync(async scope =>
        {
            var (db, sensitive) = (scope.GetRequiredService<NabijDb>(), scope.GetRequiredService<SensitiveText>());
            await db.Database.OpenConnectionAsync(Ct);
            var encrypted = PersonColumns.OfWords(db.Model).ToHashSet();
            foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct(StringComparer.Ordinal))
                await ReadAsync(db.Database.GetDbConnection(), table, encrypted, sensitive, rows);
            return true;
        });
        foreach (var row in rows)
            yield return row;
    }

    private static async Task ReadAsync(
        DbConnection connection,
        string table,
        HashSet<(string, string)> encrypted,
        SensitiveText sensitive,
        List<(string, string)> rows
    )
    {
        await using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync(Ct);
        while (await reader.ReadAsync(Ct))
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (await reader.IsDBNullAsync(column, Ct) || reader.GetValue(column) is not string { Length: > 0 } text)
                    continue;
                var where = $"{table}.{reader.GetName(column)}";
                rows.Add((where, text));
                if (encrypted.Contains((table, reader.GetName(column))) && sensitive.Decrypt(text) is var plain)
                    rows.Add((where, $"{plain} {System.Text.RegularExpressions.Regex.Unescape(plain.Replace("\\\"", "\"", StringComparison.Ordinal))}"));
            }
        }
    }

    /// <summary>The file and its log, byte for byte, after the log was emptied as it is each night.</summary>
    private static async Task<IReadOnlyList<string>> InFilesAsync(TestApp app, IReadOnlyList<string> signs)
    {
        await app.RunAsync<ForgetOnTimeJob>();
        var file = await app.InDbAsync(db => Task.FromResult(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource));
        var found = new List<string>();
        foreach (var path in new[] { file, $"{file}-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Ct);
            found.AddRange(signs.Where(sign => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(sign)) >= 0).Select(s => $"{s} in {Path.GetExtension(path)}"));
        }
        return found;
    }

    /// <summary>The rows of each table of which the table of terms says that counts remain.</summary>
    private static Task<Dictionary<string, int>> CountsAsync(TestApp app) =>
        app.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<NabijDb>();
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            var kept = scope.GetServices<IAnswerForPersons>().SelectMany(a => a.Kept);
            foreach (var table in kept.Where(k => k.Line.After is Remains.Count && k.Table is not "person_names").Select(k => k.Table))
            {
                var sql = $"SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM \"{table}\"";
                counts[table] = await db.Database.SqlQueryRaw<int>(sql).SingleAsync(Ct);
            }
            return counts;
        });

    /// <summary>Hears all that is logged.</summary>
    private sealed class SaidInLogs : ILoggerProvider, ILogger
    {
        private readonly StringBuilder said = new();

        public string Text
        {
            get
            {
                lock (said)
                    return said.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (said)
                said.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
        }

        public void Dispose() { }
    }
}
