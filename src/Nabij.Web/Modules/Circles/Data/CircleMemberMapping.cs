using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CircleMemberMapping : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> builder)
    {
        builder.ToTable("circle_members");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(m => m.OwnWords).IsSensitive();
        builder.HasOne<Circle>().WithMany().HasForeignKey(m => m.Circle).OnDelete(DeleteBehavior.Restrict);
        // of two who place a neighbour in a circle at the same moment, the slower hears that it was done
        builder.HasIndex(SharedTables.Community, nameof(CircleMember.Person)).IsUnique().HasFilter("\"Until\" IS NULL");
        builder.HasIndex(m => m.Circle);
    }
}

public static class CircleMemberSet
{
    extension(NabijDb db)
    {
        public DbSet<CircleMember> CircleMembers => db.Set<CircleMember>();
    }

    extension(IQueryable<CircleMember> members)
    {
        public IQueryable<CircleMember> Current => members.Where(m => m.Until == null);

        public IQueryable<CircleMember> Of(CircleId circle) => members.Where(m => m.Until == null && m.Circle == circle);
    }
}
