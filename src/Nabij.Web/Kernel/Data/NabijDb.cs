using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nabij.Kernel.Tenancy;
using NodaTime;

namespace Nabij.Kernel.Data;

/// <summary>
/// The one database. It knows no module: each brings its own table mappings and set names. Every row belongs to a
/// community (but for <see cref="SharedTables"/>): a query finds the rows of the current community only, a new row
/// gets it, and without a current community there are none.
/// </summary>
public class NabijDb(DbContextOptions<NabijDb> options, CurrentCommunity community, SensitiveText sensitive)
    : DbContext(options)
{
    /// <summary>What encrypts this database; part of the model, which is therefore built once for each.</summary>
    internal SensitiveText Sensitive => sensitive;

    internal CommunityId Here => community.IdOrNone;

    /// <summary>Saves; or, if someone else was faster, reloads what they changed and says false.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException lost)
        {
            foreach (var entry in lost.Entries)
                await entry.ReloadAsync(ct);
            return false;
        }
        catch (DbUpdateException lost) when (UniqueViolation.Is(lost))
        {
            foreach (var entry in lost.Entries.Where(e => e.State is EntityState.Added))
                entry.State = EntityState.Detached; // somebody else added it at the same moment, and theirs stays
            return false;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: a page must not hold a thread while it waits.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.Metadata.IsShared() || entry.Metadata.IsOwned())
                continue;
            if (entry.State is EntityState.Added)
                entry.Property(SharedTables.Community).CurrentValue = community.Id;
            if (entry is { Entity: IAppendOnly, State: EntityState.Modified or EntityState.Deleted })
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is only ever added to.");
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NabijDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsOwned() && !e.IsShared()).ToList())
            BelongToCommunityMethod.MakeGenericMethod(entity.ClrType).Invoke(this, [modelBuilder]);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
        {
            if (property.FindAnnotation(SensitiveColumns.Annotation) is not null)
                property.SetValueConverter(new SensitiveConverter(sensitive));
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<Duration>().HaveConversion<DurationConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);

        foreach (var id in typeof(NabijDb).Assembly.GetTypes().Where(IsTypedId))
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
    }

    private static readonly MethodInfo BelongToCommunityMethod = typeof(NabijDb).GetMethod(
        nameof(BelongToCommunity),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private void BelongToCommunity<TEntity>(ModelBuilder modelBuilder)
        where TEntity : class
    {
        var entity = modelBuilder.Entity<TEntity>();
        entity.Property<CommunityId>(SharedTables.Community);
        entity.HasOne<Community>().WithMany().HasForeignKey(SharedTables.Community).OnDelete(DeleteBehavior.Restrict);
        entity.HasQueryFilter(row => EF.Property<CommunityId>(row, SharedTables.Community) == Here);
    }

    private static bool IsTypedId(Type type) =>
        type.IsValueType
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}

/// <summary>A record that is added to and never changed.</summary>
public interface IAppendOnly;
