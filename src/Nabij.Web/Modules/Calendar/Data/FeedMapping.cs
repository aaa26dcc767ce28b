using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;
using NodaTime;

namespace Nabij.Modules.Calendar.Data;

public sealed class FeedMapping : IEntityTypeConfiguration<Feed>
{
    public void Configure(EntityTypeBuilder<Feed> builder)
    {
        builder.ToTable("feeds");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(f => f.Name).HasMaxLength(Feed.MaxNameLength);
        builder.Property(f => f.Address).IsSensitive();
        builder.Property(f => f.ETag).HasMaxLength(Feed.MaxMarkLength);
        builder.Property(f => f.LastModified).HasMaxLength(Feed.MaxMarkLength);
        builder.Property(f => f.ContentMark).HasMaxLength(FeedEntry.MarkLength);
        builder.ComplexProperty(
            f => f.Meaning,
            meaning =>
            {
                meaning.Property(m => m.Access).HasConversion<int>().Metadata.SetMaxLength(null);
                meaning.Property(m => m.Place).HasMaxLength(Venue.MaxNameLength);
            }
        );
        builder.Property(f => f.NextFetchAt).IsConcurrencyToken(); // two who read it at once: the slower begins again
        builder.Property(f => f.State).IsConcurrencyToken();
        builder.Ignore(f => f.IsRead);
        builder.HasIndex(SharedTables.Community, nameof(Feed.NextFetchAt));
        builder.HasIndex(f => f.Organisation);
    }
}

public sealed class FeedWordMapping : IEntityTypeConfiguration<FeedWord>
{
    public void Configure(EntityTypeBuilder<FeedWord> builder)
    {
        builder.ToTable("feed_words");
        builder.HasKey(w => new { w.Feed, w.Word });
        builder.Property(w => w.Word).HasMaxLength(FeedWord.MaxLength);
        builder.Property(w => w.Access).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.HasOne<Feed>().WithMany().HasForeignKey(w => w.Feed).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class FeedEntryMapping : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("feed_entries");
        builder.HasKey(e => new { e.Feed, e.Key });
        builder.Property(e => e.Key).HasMaxLength(Activity.MaxUidLength);
        builder.Property(e => e.Mark).HasMaxLength(FeedEntry.MarkLength);
        builder.Ignore(e => e.IsToAsk);
        builder.HasOne<Feed>().WithMany().HasForeignKey(e => e.Feed).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => e.Activity).IsUnique();
    }
}

public sealed class FeedFetchMapping : IEntityTypeConfiguration<FeedFetch>
{
    public void Configure(EntityTypeBuilder<FeedFetch> builder)
    {
        builder.ToTable("feed_fetches");
        builder.HasOne<Feed>().WithMany().HasForeignKey(f => f.Feed).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.Feed, f.At });
    }
}

public sealed class FeedFindingMapping : IEntityTypeConfiguration<FeedFinding>
{
    public void Configure(EntityTypeBuilder<FeedFinding> builder)
    {
        builder.ToTable("feed_findings");
        builder.HasKey(f => new { f.Feed, f.Fault });
        builder.Property(f => f.Lines).HasMaxLength(FeedFinding.MaxLinesLength);
        builder.HasOne<Feed>().WithMany().HasForeignKey(f => f.Feed).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class FeedFileMapping : IEntityTypeConfiguration<FeedFile>
{
    public void Configure(EntityTypeBuilder<FeedFile> builder)
    {
        builder.ToTable("feed_files");
        builder.HasKey(f => f.Feed);
        builder.HasOne<Feed>().WithMany().HasForeignKey(f => f.Feed).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class FeedSets
{
    extension(NabijDb db)
    {
        public DbSet<Feed> Feeds => db.Set<Feed>();
        public DbSet<FeedWord> FeedWords => db.Set<FeedWord>();
        public DbSet<FeedEntry> FeedEntries => db.Set<FeedEntry>();
        public DbSet<FeedFetch> FeedFetches => db.Set<FeedFetch>();
        public DbSet<FeedFinding> FeedFindings => db.Set<FeedFinding>();
        public DbSet<FeedFile> FeedFiles => db.Set<FeedFile>();
    }

    extension(IQueryable<Feed> feeds)
    {
        /// <summary>Those that are to be fetched now, what waits longest first.</summary>
        public IQueryable<Feed> DueAt(Instant now) =>
            feeds
                .Where(f => f.Kind == FeedKind.Address && f.NextFetchAt <= now)
                .Where(f => f.State == FeedState.On || f.State == FeedState.Failing || f.State == FeedState.Silent)
                .OrderBy(f => f.NextFetchAt)
                .ThenBy(f => f.Id);

        /// <summary>Those of these organisations; null is of all.</summary>
        public IQueryable<Feed> Of(IReadOnlyCollection<OrganisationId>? organisations) =>
            organisations is null ? feeds : feeds.Where(f => organisations.Contains(f.Organisation));
    }
}
