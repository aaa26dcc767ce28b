using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class ChosenActivityMapping : IEntityTypeConfiguration<ChosenActivity>
{
    public void Configure(EntityTypeBuilder<ChosenActivity> builder)
    {
        builder.ToTable("chosen_activities");
        builder.HasKey(c => new { c.Person, c.Activity });
        builder.HasOne<Activity>().WithMany().HasForeignKey(c => c.Activity).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.Activity);
    }
}

public sealed class ChoicesLinkMapping : IEntityTypeConfiguration<ChoicesLink>
{
    public void Configure(EntityTypeBuilder<ChoicesLink> builder)
    {
        builder.ToTable("choices_links");
        builder.Property(l => l.SecretHash).HasMaxLength(LinkSecret.HashLength);
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => l.Person).IsUnique(); // one at a time
    }
}

public static class ChoiceSets
{
    extension(NabijDb db)
    {
        public DbSet<ChosenActivity> ChosenActivities => db.Set<ChosenActivity>();

        public DbSet<ChoicesLink> ChoicesLinks => db.Set<ChoicesLink>();
    }
}
