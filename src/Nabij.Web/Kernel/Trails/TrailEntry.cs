using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using NodaTime;

namespace Nabij.Kernel.Trails;

/// <summary>
/// Somebody saw or changed something about a person. Only ever added to; shown to the person who asks. It holds no
/// words of people: <paramref name="What"/> is a text key that says what was seen or done.
/// </summary>
public sealed record TrailEntry(Instant At, PersonId? Who, PersonId? About, string SubjectKind, Guid SubjectId, string What)
    : IAppendOnly
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}

public sealed class TrailEntryMapping : IEntityTypeConfiguration<TrailEntry>
{
    public void Configure(EntityTypeBuilder<TrailEntry> builder)
    {
        builder.ToTable("trail");
        builder.Property(e => e.SubjectKind).HasMaxLength(Subject.MaxKindLength);
        builder.Property(e => e.What).HasMaxLength(80);
        builder.HasIndex(e => new { e.About, e.At });
        builder.HasIndex(e => new { e.SubjectId, e.At });
    }
}

/// <summary>Writes down who saw and who changed, in the same save as the change itself.</summary>
public sealed class Trail(NabijDb db, CurrentPerson person, IClock clock)
{
    /// <summary>Notes that something was seen or changed. The note is saved by whoever saves next.</summary>
    public void Note(Subject subject, PersonId? about, string what) => Note(subject, about, what, person.IdOrNone);

    /// <summary>The same, done by somebody who is not signed in: by a link, a text message or the telephone.</summary>
    public void Note(Subject subject, PersonId? about, string what, PersonId? by) =>
        db.Add(new TrailEntry(clock.GetCurrentInstant(), by, about, subject.Kind, subject.Id, what));

    /// <summary>Notes that a sensitive record was read, unless the same person read it in the last hour, and saves.</summary>
    public async Task SawAsync(Subject subject, PersonId about, string what, CancellationToken ct)
    {
        if (person.IdOrNone is not { } who || who == about)
            return;
        var anHourAgo = clock.GetCurrentInstant() - Duration.FromHours(1);
        var seen = db.Set<TrailEntry>()
            .Where(e => e.SubjectId == subject.Id && e.Who == who && e.What == what && e.At > anHourAgo);
        if (await seen.AnyAsync(ct))
            return;
        Note(subject, about, what);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same, for who has read the trail of this record already.</summary>
    public async Task SawAsync(Subject subject, PersonId about, string what, IEnumerable<TrailEntry> known, CancellationToken ct)
    {
        var anHourAgo = clock.GetCurrentInstant() - Duration.FromHours(1);
        if (person.IdOrNone is not { } who || who == about || known.Any(e => e.Who == who && e.What == what && e.At > anHourAgo))
            return;
        Note(subject, about, what);
        await db.SaveChangesAsync(ct);
    }

    public IQueryable<TrailEntry> Of(Subject subject) =>
        db.Set<TrailEntry>().Where(e => e.SubjectId == subject.Id).OrderBy(e => e.At).ThenBy(e => e.Id);
}
