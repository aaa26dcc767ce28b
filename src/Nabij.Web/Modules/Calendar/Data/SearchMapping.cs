using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class ActivityWordMapping : IEntityTypeConfiguration<ActivityWord>
{
    public void Configure(EntityTypeBuilder<ActivityWord> builder)
    {
        builder.ToTable("activity_words");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(w => new { w.Activity, w.Word });
        builder.Property(w => w.Word).HasMaxLength(SearchWords.MaxLength);
        builder.HasOne<Activity>().WithMany().HasForeignKey(w => w.Activity).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(SharedTables.Community, nameof(ActivityWord.Word));
    }
}

public sealed class SearchGramMapping : IEntityTypeConfiguration<SearchGram>
{
    public void Configure(EntityTypeBuilder<SearchGram> builder)
    {
        builder.ToTable("search_grams");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(SearchGram.Gram), nameof(SearchGram.Word));
        builder.Property(g => g.Gram).HasMaxLength(SearchWords.GramLength);
        builder.Property(g => g.Word).HasMaxLength(SearchWords.MaxLength);
        builder.HasIndex(SharedTables.Community, nameof(SearchGram.Word));
    }
}

public static class SearchSets
{
    extension(NabijDb db)
    {
        public DbSet<ActivityWord> ActivityWords => db.Set<ActivityWord>();

        public DbSet<SearchGram> SearchGrams => db.Set<SearchGram>();
    }
}
