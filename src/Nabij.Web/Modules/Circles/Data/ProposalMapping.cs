using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;
using Nabij.Modules.Circles.Domain.Proposals;

namespace Nabij.Modules.Circles.Data;

public sealed class ProposalMapping : IEntityTypeConfiguration<CircleProposal>
{
    public void Configure(EntityTypeBuilder<CircleProposal> builder)
    {
        builder.ToTable("circle_proposals");
        builder.Property(p => p.Buurt).HasMaxLength(ProposedPlace.MaxBuurtLength);
        builder.Property(p => p.Name).HasMaxLength(CircleProposal.MaxNameLength);
        builder.Property(p => p.Edition).IsConcurrencyToken();
    }
}

public sealed class ProposedPlaceMapping : IEntityTypeConfiguration<ProposedPlace>
{
    public void Configure(EntityTypeBuilder<ProposedPlace> builder)
    {
        builder.ToTable("proposed_places");
        builder.HasKey(p => new { p.Proposal, p.Number });
        builder.Property(p => p.Street).HasMaxLength(ProposedPlace.MaxStreetLength);
        builder.Property(p => p.House).HasMaxLength(ProposedPlace.MaxHouseLength);
        builder.Property(p => p.Buurt).HasMaxLength(ProposedPlace.MaxBuurtLength);
        builder.HasOne<CircleProposal>().WithMany().HasForeignKey(p => p.Proposal).OnDelete(DeleteBehavior.Cascade);
        // a front door comes into one circle
        builder.HasIndex(p => new { p.Proposal, p.Address }).IsUnique();
    }
}

public sealed class ProposedCircleMapping : IEntityTypeConfiguration<ProposedCircle>
{
    public void Configure(EntityTypeBuilder<ProposedCircle> builder)
    {
        builder.ToTable("proposed_circles");
        builder.HasKey(c => new { c.Proposal, c.Number });
        builder.Property(c => c.Name).HasMaxLength(Circle.MaxNameLength);
        builder.HasOne<CircleProposal>().WithMany().HasForeignKey(c => c.Proposal).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class HandMoveMapping : IEntityTypeConfiguration<HandMove>
{
    public void Configure(EntityTypeBuilder<HandMove> builder)
    {
        builder.ToTable("proposal_moves");
        builder.HasKey(m => new { m.Proposal, m.Sequence });
        builder.HasOne<CircleProposal>().WithMany().HasForeignKey(m => m.Proposal).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class ProposalSets
{
    extension(NabijDb db)
    {
        public DbSet<CircleProposal> CircleProposals => db.Set<CircleProposal>();

        public DbSet<ProposedPlace> ProposedPlaces => db.Set<ProposedPlace>();

        public DbSet<ProposedCircle> ProposedCircles => db.Set<ProposedCircle>();

        public DbSet<HandMove> HandMoves => db.Set<HandMove>();
    }

    extension(IQueryable<HandMove> moves)
    {
        public Task<HandMove?> LastOfAsync(CircleProposalId proposal, CancellationToken ct) =>
            moves.Where(m => m.Proposal == proposal).OrderByDescending(m => m.Sequence).FirstOrDefaultAsync(ct);
    }
}
