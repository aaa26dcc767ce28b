using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Tenancy;
using Nabij.Tests.Support;
using Npgsql;

namespace Nabij.Tests.Kernel.Tenancy;

public sealed class CommunityTests : IAsyncLifetime
{
    private static readonly PersonId Anja = PersonId.New();

    /// <summary>The tables that belong to no community. Whoever adds one says here why.</summary>
    private static readonly string[] Shared =
    [
        "accounts", // one way to sign in may serve several communities
        "communities",
        "platform_secrets",
        "protection_keys",
        "sessions",
    ];

    private TestApp app = null!;
    private Community other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        other = new Community($"{app.Community.Slug}-buren", "Wijk bij Duurstede", "Wijk bij Duurstede");
        await app.AddCommunityAsync(other);
        await app.GiveRoleAsync(Anja, Role.DistrictSupporter);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Only_the_listed_tables_belong_to_no_community() =>
        Assert.Equal(
            Shared,
            await app.InDbAsync(db =>
                Task.FromResult(db.Model.GetEntityTypes().Where(e => e.IsShared()).Select(e => e.GetTableName()!).Order(StringComparer.Ordinal).ToArray())
            )
        );

    [Fact]
    public async Task The_rows_of_one_community_do_not_exist_in_another()
    {
        Assert.Equal(1, await app.InDbAsync(db => db.RoleAssignments.CountAsync()));
        Assert.Equal(0, await InOtherAsync(db => db.RoleAssignments.CountAsync()));
        Assert.Equal(0, await InOtherAsync(db => db.RoleAssignments.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Without_a_community_there_are_no_rows_and_none_can_be_added()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NabijDb>();

        Assert.Empty(await db.RoleAssignments.ToListAsync());
        db.Add(new RoleAssignment(Anja, Role.Helper, null, app.Clock.Now));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task A_request_stays_in_the_community_that_it_started_in()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentCommunity>();
        current.Enter(app.Community);

        Assert.Throws<InvalidOperationException>(() => current.Enter(other));
    }

    [Fact]
    public async Task An_address_that_is_nobodys_does_not_exist()
    {
        var visitor = app.AsVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/nergenshuizen/bureau")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("bestaat-niet")).Status);
        Assert.Contains("Deze pagina is er niet", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_itself_shows_and_takes_no_rows_of_another_community()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Row-level security is PostgreSQL's.");
        await using var connection = new NpgsqlConnection(await TestDatabase.SharedAsync());
        await connection.OpenAsync();

        await ExecuteAsync(connection, $"select set_config('nabij.community', '{other.Id.Value}', false)");
        Assert.Equal(0L, await ExecuteAsync(connection, $"""select count(*) from role_assignments where "Person" = '{Anja.Value}'"""));
        await Assert.ThrowsAsync<PostgresException>(() =>
            ExecuteAsync(
                connection,
                $"""
                insert into role_assignments ("Id", "Community", "Person", "Role", "Since")
                values (gen_random_uuid(), '{app.Community.Id.Value}', '{Anja.Value}', 'Helper', now())
                """
            )
        );

        await ExecuteAsync(connection, "select set_config('nabij.community', '', false)");
        Assert.Equal(0L, await ExecuteAsync(connection, "select count(*) from role_assignments"));

        await ExecuteAsync(connection, $"select set_config('nabij.community', '{app.Community.Id.Value}', false)");
        Assert.Equal(1L, await ExecuteAsync(connection, $"""select count(*) from role_assignments where "Person" = '{Anja.Value}'"""));
    }

    [Fact]
    public async Task PostgreSQL_guards_every_table_of_a_community()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "Row-level security is PostgreSQL's.");
        var tables = await app.InDbAsync(db => Task.FromResult(RowLevelSecurity.TablesOfACommunity(db).ToList()));
        await using var connection = new NpgsqlConnection(await TestDatabase.SharedAsync());
        await connection.OpenAsync();

        foreach (var table in tables)
            Assert.Equal(true, await ExecuteAsync(connection, $"select relrowsecurity and relforcerowsecurity from pg_class where relname = '{table}'"));
    }

    private async Task<T> InOtherAsync<T>(Func<NabijDb, Task<T>> act)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCommunity>().Enter(other);
        return await act(scope.ServiceProvider.GetRequiredService<NabijDb>());
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
