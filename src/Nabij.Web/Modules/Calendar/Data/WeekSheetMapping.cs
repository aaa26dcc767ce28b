using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class WeekSheetMapping : IEntityTypeConfiguration<WeekSheet>
{
    public void Configure(EntityTypeBuilder<WeekSheet> builder)
    {
        builder.ToTable("week_sheets");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(s => s.Buurt).HasMaxLength(Venue.MaxBuurtLength);
        builder.Property(s => s.Mark).HasMaxLength(WeekSheet.MarkLength);
        builder.Property(s => s.State).IsConcurrencyToken();
        builder.Ignore(s => s.IsOpen);
        builder.HasIndex(SharedTables.Community, nameof(WeekSheet.Week), nameof(WeekSheet.Buurt)).IsUnique(); // two nodes make one
    }
}

public sealed class SheetRoundMapping : IEntityTypeConfiguration<SheetRound>
{
    public void Configure(EntityTypeBuilder<SheetRound> builder)
    {
        builder.ToTable("sheet_rounds");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(r => r.Buurt).HasMaxLength(Venue.MaxBuurtLength);
        builder.HasIndex(SharedTables.Community, nameof(SheetRound.Buurt)).IsUnique();
    }
}

public static class WeekSheetSets
{
    extension(NabijDb db)
    {
        public DbSet<WeekSheet> WeekSheets => db.Set<WeekSheet>();

        public DbSet<SheetRound> SheetRounds => db.Set<SheetRound>();
    }

    extension(IQueryable<WeekSheet> sheets)
    {
        /// <summary>As <see cref="WeekSheet.IsOpen"/> says it of one.</summary>
        public IQueryable<WeekSheet> Open => sheets.Where(s => s.State == WeekSheetState.ToPrint || s.State == WeekSheetState.Printed);
    }
}
