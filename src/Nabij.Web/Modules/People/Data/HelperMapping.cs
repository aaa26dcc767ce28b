using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Data;

public sealed class HelperMapping : IEntityTypeConfiguration<Helper>
{
    /// <summary>The column with the languages a helper speaks: 'nl tr'.</summary>
    public const string Languages = "Languages";

    public void Configure(EntityTypeBuilder<Helper> builder)
    {
        builder.ToTable("helpers");
        builder.HasKey(h => h.Person);
        builder.HasOne<Person>().WithOne().HasForeignKey<Helper>(h => h.Person);
        builder.Ignore(h => h.Languages);
        builder.Property<string>("spoken").HasColumnName(Languages).HasMaxLength(Helper.MaxLanguagesLength);
        builder.Property(h => h.When).HasConversion<int>().Metadata.SetMaxLength(null); // flags: their names do not fit
        builder.HasMany(h => h.Wishes).WithOne().HasForeignKey(w => w.Person);
        builder.Navigation(h => h.Wishes).AutoInclude();
    }
}

public sealed class HelpWishMapping : IEntityTypeConfiguration<HelpWish>
{
    public void Configure(EntityTypeBuilder<HelpWish> builder)
    {
        builder.ToTable("help_wishes");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(w => new { w.Person, w.Kind });
        builder.HasIndex(SharedTables.Community, nameof(HelpWish.Kind));
    }
}

public static class HelperSets
{
    extension(NabijDb db)
    {
        public DbSet<Helper> Helpers => db.Set<Helper>();
    }

    extension(IQueryable<Helper> helpers)
    {
        /// <summary>As <see cref="Helper.MayBeAsked"/> says it of one.</summary>
        public IQueryable<Helper> WhoMayBeAsked(HelpKind kind, LocalDate on) =>
            helpers.Where(h => (h.RestsUntil == null || h.RestsUntil <= on) && h.Wishes.Any(w => w.Kind == kind));
    }
}
