using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;

namespace Nabij.Modules.Circles.Data;

public sealed class CirclePaperMapping : IEntityTypeConfiguration<CirclePaper>
{
    public void Configure(EntityTypeBuilder<CirclePaper> builder)
    {
        builder.ToTable("circle_papers");
        builder.Property(p => p.Fingerprint).HasMaxLength(CirclePaper.FingerprintLength);
        builder.HasOne<Circle>().WithMany().HasForeignKey(p => p.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Circle, p.Kind, p.Version }).IsUnique(); // two who print at once print the same version
    }
}

public sealed class JoinWishMapping : IEntityTypeConfiguration<JoinWish>
{
    public void Configure(EntityTypeBuilder<JoinWish> builder)
    {
        builder.ToTable("circle_join_wishes");
        builder.Property(w => w.GivenName).IsSensitive();
        builder.Property(w => w.FamilyName).IsSensitive();
        builder.Property(w => w.Number).IsSensitive();
        builder.Property(w => w.SettledAt).IsConcurrencyToken();
        builder.HasOne<Circle>().WithMany().HasForeignKey(w => w.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => w.Circle);
    }
}

public static class CirclePaperSets
{
    extension(NabijDb db)
    {
        public DbSet<CirclePaper> CirclePapers => db.Set<CirclePaper>();

        public DbSet<JoinWish> JoinWishes => db.Set<JoinWish>();
    }

    extension(IQueryable<CirclePaper> papers)
    {
        /// <summary>All versions of this circle's papers, newest first.</summary>
        public IQueryable<CirclePaper> Of(CircleId circle) => papers.Where(p => p.Circle == circle).OrderByDescending(p => p.Version);
    }

    extension(IQueryable<JoinWish> wishes)
    {
        public IQueryable<JoinWish> OpenIn(CircleId circle) => wishes.Where(w => w.Circle == circle && w.SettledAt == null).OrderBy(w => w.At);
    }
}
