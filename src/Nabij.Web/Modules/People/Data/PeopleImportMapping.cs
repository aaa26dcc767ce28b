using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Domain;

namespace Nabij.Modules.People.Data;

public sealed class PeopleImportMapping : IEntityTypeConfiguration<PeopleImport>
{
    public void Configure(EntityTypeBuilder<PeopleImport> builder)
    {
        builder.ToTable("people_imports");
        builder.Property(i => i.Content).IsSensitive();
        builder.Property(i => i.Columns).HasMaxLength(PeopleImport.MaxColumns * 12);
        builder.Property(i => i.State).IsConcurrencyToken(); // pressed twice, it goes on once
        builder.Ignore(i => i.ColumnList);
    }
}

public sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("people_import_rows");
        builder.Property(r => r.Fields).IsSensitive();
        builder.Property(r => r.Why).HasMaxLength(80);
        builder.Property(r => r.Outcome).IsConcurrencyToken(); // written down once
        builder.HasOne<PeopleImport>().WithMany().HasForeignKey(r => r.Import).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.Import, r.Outcome, r.Line });
    }
}

public static class PeopleImportSets
{
    extension(NabijDb db)
    {
        public DbSet<PeopleImport> PeopleImports => db.Set<PeopleImport>();
        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();
    }

    extension(IQueryable<ImportRow> rows)
    {
        public IQueryable<ImportRow> Of(PeopleImportId import) => rows.Where(r => r.Import == import);

        public IQueryable<ImportRow> In(params IReadOnlyCollection<RowOutcome> outcomes) => rows.Where(r => outcomes.Contains(r.Outcome));
    }
}
