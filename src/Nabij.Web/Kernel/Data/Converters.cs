using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Nabij.Kernel.Data;

/// <summary>Instants are UTC timestamps in both databases, so they sort and compare in SQL.</summary>
public sealed class InstantConverter()
    : ValueConverter<Instant, DateTime>(
        instant => Microseconds.Of(instant).ToDateTimeUtc(),
        utc => Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
    );

/// <summary>PostgreSQL keeps whole microseconds; so do we, so that what was saved equals what is read.</summary>
file static class Microseconds
{
    public static Instant Of(Instant instant) =>
        instant - Duration.FromTicks(((instant.ToUnixTimeTicks() % 10) + 10) % 10);
}

public sealed class LocalDateConverter()
    : ValueConverter<LocalDate, DateOnly>(date => date.ToDateOnly(), date => LocalDate.FromDateOnly(date));

public sealed class LocalTimeConverter()
    : ValueConverter<LocalTime, TimeOnly>(time => time.ToTimeOnly(), time => LocalTime.FromTimeOnly(time));

/// <summary>Durations are whole seconds.</summary>
public sealed class DurationConverter()
    : ValueConverter<Duration, long>(
        duration => (long)duration.TotalSeconds,
        seconds => Duration.FromSeconds(seconds)
    );

/// <summary>Typed ids are stored as the plain <see cref="Guid"/> they wrap.</summary>
public sealed class TypedIdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
    where TId : struct, ITypedId<TId>
{
    private static TId From(Guid value) => TId.From(value); // an expression tree cannot call the interface itself
}

/// <summary>Amounts are whole cents.</summary>
public sealed class MoneyConverter() : ValueConverter<Money, int>(amount => amount.Cents, cents => new Money(cents));
