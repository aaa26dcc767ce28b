using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class ReshapingMapping : IEntityTypeConfiguration<Reshaping>
{
    public void Configure(EntityTypeBuilder<Reshaping> builder)
    {
        builder.ToTable("circle_reshapings");
        builder.ComplexProperty(r => r.LeadOfFrom, lead => lead.Ignore(l => l.InOrder));
        builder.ComplexProperty(r => r.LeadOfTo, lead => lead.Ignore(l => l.InOrder));
        builder.Property(r => r.UndoneAt).IsConcurrencyToken();
        builder.HasOne<Circle>().WithMany().HasForeignKey(r => r.From).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Circle>().WithMany().HasForeignKey(r => r.To).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.From);
        builder.HasIndex(r => r.To);
        builder.HasMany(r => r.Parts).WithOne().HasForeignKey(p => p.Reshaping).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Parts).AutoInclude();
    }
}

public sealed class ReshapedPartMapping : IEntityTypeConfiguration<ReshapedPart>
{
    public void Configure(EntityTypeBuilder<ReshapedPart> builder)
    {
        builder.ToTable("circle_reshaped_parts");
        builder.HasKey(p => new { p.Reshaping, p.Kind, p.What });
    }
}

public static class ReshapingSet
{
    extension(NabijDb db)
    {
        public DbSet<Reshaping> Reshapings => db.Set<Reshaping>();
    }

    extension(IQueryable<Reshaping> reshapings)
    {
        /// <summary>What happened to this circle and was not undone, latest first.</summary>
        public IQueryable<Reshaping> Of(Nabij.Kernel.CircleId circle) =>
            reshapings.Where(r => r.UndoneAt == null && (r.From == circle || r.To == circle)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
    }
}
