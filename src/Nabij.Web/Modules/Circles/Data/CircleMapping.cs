using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CircleMapping : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> builder)
    {
        builder.ToTable("circles");
        builder.Property(c => c.Name).HasMaxLength(Circle.MaxNameLength);
        builder.Property(c => c.OwnHouseRules).HasMaxLength(Circle.MaxHouseRulesLength);
        builder.Property(c => c.FirstContact).IsConcurrencyToken();
        builder.Property(c => c.SecondContact).IsConcurrencyToken();
        builder.Property(c => c.Reserve).IsConcurrencyToken();
        builder.Ignore(c => c.Contacts);
        builder.Ignore(c => c.HouseRules);
    }
}

public static class CircleSet
{
    extension(NabijDb db)
    {
        public DbSet<Circle> Circles => db.Set<Circle>();
    }

    extension(IQueryable<Circle> circles)
    {
        public IQueryable<Circle> Current => circles.Where(c => c.EndedAt == null);
    }
}
