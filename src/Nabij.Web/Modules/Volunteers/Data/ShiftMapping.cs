using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Data;

public sealed class ShiftMapping : IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.ToTable("volunteer_shifts");
        builder.Property(s => s.Title).HasMaxLength(Shift.MaxTitleLength);
        builder.Property(s => s.Where).HasMaxLength(Shift.MaxWhereLength);
        builder.Property(s => s.Reason).HasMaxLength(80);
        // each save of a shift changes one of both: of two who offer somebody, or answer, at the same moment the slower looks again
        builder.Property(s => s.State).IsConcurrencyToken();
        builder.Property(s => s.StateSince).IsConcurrencyToken();
        builder.Ignore(s => s.Current);
        builder.HasMany(s => s.Lendings).WithOne().HasForeignKey(l => l.Shift).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.State, s.First });
        builder.HasIndex(s => s.Organisation);
        builder.HasIndex(s => s.Circle);
    }
}

public sealed class LendingMapping : IEntityTypeConfiguration<Lending>
{
    public void Configure(EntityTypeBuilder<Lending> builder)
    {
        builder.ToTable("volunteer_lendings");
        builder.Property(l => l.State).IsConcurrencyToken();
        builder.Property(l => l.VolunteerSaidYesAt).IsConcurrencyToken();
        builder.Property(l => l.BorrowerSaidYesAt).IsConcurrencyToken();
        builder.HasIndex(l => l.Shift);
        builder.HasIndex(l => new { l.Person, l.State });
        builder.HasIndex(l => l.Lender);
    }
}

public static class ShiftSets
{
    extension(NabijDb db)
    {
        public DbSet<Shift> Shifts => db.Set<Shift>();
        public DbSet<Lending> Lendings => db.Set<Lending>();
    }

    extension(IQueryable<Lending> lendings)
    {
        /// <summary>Offered or lent now.</summary>
        public IQueryable<Lending> Open => lendings.Where(l => l.State == LendingState.Offered || l.State == LendingState.Lent);
    }

    extension(IQueryable<Shift> shifts)
    {
        public IQueryable<Shift> Open =>
            shifts.Where(s => s.State == ShiftState.Open || s.State == ShiftState.Offered || s.State == ShiftState.Lent);
    }
}
