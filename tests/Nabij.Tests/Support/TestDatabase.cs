using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Host;
using Nabij.Kernel.Data;
using Npgsql;

namespace Nabij.Tests.Support;

/// <summary>
/// A migrated database for all tests of this run. Tests do not disturb each other in it, because each has a community of
/// its own. It is SQLite, or PostgreSQL when <c>NABIJ_TEST_POSTGRES</c> holds the connection string of a server where databases
/// may be made; the user must not be a superuser, for that one is not bound by row-level security.
/// </summary>
public static class TestDatabase
{
    private static readonly Lazy<Task<string>> SharedDatabase = new(NewAsync);

    /// <summary>The connection string of the database that tests share.</summary>
    public static Task<string> SharedAsync() => SharedDatabase.Value;

    public static string? PostgresServer => Environment.GetEnvironmentVariable("NABIJ_TEST_POSTGRES");

    public static bool IsPostgres => PostgresServer is not null;

    /// <summary>A database with all migrations, and nothing in it.</summary>
    public static async Task<string> NewAsync()
    {
        var connection = await NewEmptyAsync();
        await using var app = new TestApp(connection);
        await app.Services.MigrateAsync(CancellationToken.None);
        return connection;
    }

    /// <summary>A database without tables.</summary>
    public static async Task<string> NewEmptyAsync()
    {
        if (PostgresServer is not { } server)
            return $"Data Source={Path.Combine(Folder, $"{Guid.CreateVersion7():N}.db")}";

        var name = $"nabij_{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection($"{server};Database=postgres");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return $"{server};Database={name}";
    }

    /// <summary>A folder for this run, removed when the run ends.</summary>
    private static string Folder { get; } = MakeFolder();

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("nabij-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
