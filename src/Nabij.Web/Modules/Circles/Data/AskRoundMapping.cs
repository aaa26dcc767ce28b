using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Data;

public sealed class AskRoundMapping : IEntityTypeConfiguration<AskRound>
{
    public void Configure(EntityTypeBuilder<AskRound> builder)
    {
        builder.ToTable("ask_rounds");
        builder.Property(r => r.Name).HasMaxLength(AskRound.MaxNameLength);
    }
}

public sealed class AskRoundCircleMapping : IEntityTypeConfiguration<AskRoundCircle>
{
    public void Configure(EntityTypeBuilder<AskRoundCircle> builder)
    {
        builder.ToTable("ask_round_circles");
        builder.HasKey(c => new { c.Round, c.Circle });
        builder.HasOne<AskRound>().WithMany().HasForeignKey(c => c.Round).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Circle>().WithMany().HasForeignKey(c => c.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Circle);
    }
}

public sealed class DeclinedMapping : IEntityTypeConfiguration<Declined>
{
    public void Configure(EntityTypeBuilder<Declined> builder)
    {
        builder.ToTable("circle_declined");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(SharedTables.Community, nameof(Declined.Person));
    }
}

public static class AskRoundSets
{
    extension(NabijDb db)
    {
        public DbSet<AskRound> AskRounds => db.Set<AskRound>();

        public DbSet<AskRoundCircle> AskRoundCircles => db.Set<AskRoundCircle>();

        public DbSet<Declined> DeclinedCircles => db.Set<Declined>();
    }
}
