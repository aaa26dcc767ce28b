using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel.Data;
using Nabij.Tests.Support;

namespace Nabij.Tests.Kernel.Data;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_the_tables_that_the_model_describes()
    {
        var migrated = await SchemaAfterAsync(db => db.Database.MigrateAsync());
        var modelled = await SchemaAfterAsync(async db => Assert.True(await db.Database.EnsureCreatedAsync()));

        Assert.NotEmpty(modelled);
        Assert.Equal(string.Join('\n', modelled), string.Join('\n', migrated));
    }

    /// <summary>On its way up it has each earlier schema once, and goes on from there.</summary>
    [Fact]
    public async Task A_platform_on_any_earlier_schema_can_be_upgraded()
    {
        var newest = await SchemaAfterAsync(db => db.Database.MigrateAsync());

        var upgraded = await SchemaAfterAsync(async db =>
        {
            foreach (var step in db.Database.GetMigrations())
            {
                await db.GetService<IMigrator>().MigrateAsync(step);
                Assert.Equal(step, (await db.Database.GetAppliedMigrationsAsync()).Last());
            }
        });

        Assert.Equal(newest, upgraded);
    }

    [Fact]
    public async Task The_same_schema_is_not_made_twice()
    {
        await using var app = new TestApp(await TestDatabase.NewAsync());
        using var scope = app.Services.CreateScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<NabijDb>().Database.GetPendingMigrationsAsync());
    }

    private static async Task<IReadOnlyList<string>> SchemaAfterAsync(Func<NabijDb, Task> make)
    {
        await using var app = new TestApp(await TestDatabase.NewEmptyAsync());
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();
        await make(db);
        return await Schema.OfAsync(db);
    }
}
