using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Outbox;

/// <summary>Something happened: a record in a module's Contracts, named in the past tense, holding ids and no entities.</summary>
public interface IEvent;

/// <summary>What another module does about it. Its changes are saved together with the mark that it was delivered.</summary>
public interface IHandle<in TEvent>
    where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken ct);
}

/// <summary>An event that was saved together with the change that it tells of, and is delivered to its handlers once.</summary>
public sealed class OutboxMessage(string type, string payload, Instant createdAt)
{
    /// <summary>After this many failures it rests for a day and shows on the health page.</summary>
    public const int TriesBeforeRest = 8;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string Type { get; private init; } = type;
    public string Payload { get; private init; } = payload;
    public Instant CreatedAt { get; private init; } = createdAt;
    public Instant DueAt { get; private set; } = createdAt;
    public int Tries { get; private set; }
    public Instant? DeliveredAt { get; private set; }

    public static OutboxMessage For(IEvent happened, Instant now) =>
        new(happened.GetType().FullName!, JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options), now);

    public void Delivered(Instant now) => DeliveredAt ??= now;

    /// <summary>Tries again after 2, 4, 8 … seconds, and after eight times once a day.</summary>
    public void Failed(Instant now)
    {
        Tries++;
        DueAt = now + (Tries < TriesBeforeRest ? Duration.FromSeconds(1 << Tries) : Duration.FromDays(1));
    }
}

public sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(m => m.Type).HasMaxLength(200);
        builder.Property(m => m.DeliveredAt).IsConcurrencyToken(); // two nodes deliver, the slower save rolls back
        builder.HasIndex(m => new { m.DeliveredAt, m.DueAt });
    }
}

public static class OutboxSet
{
    extension(NabijDb db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        /// <summary>Saves this event with the change that caused it; it is delivered soon after.</summary>
        public void Publish(IEvent happened, Instant now) => db.Add(OutboxMessage.For(happened, now));
    }
}
