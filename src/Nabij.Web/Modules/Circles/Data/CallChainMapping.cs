using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Circles.Domain;
using NodaTime;

namespace Nabij.Modules.Circles.Data;

public sealed class CallChainMapping : IEntityTypeConfiguration<CallChain>
{
    public void Configure(EntityTypeBuilder<CallChain> builder)
    {
        builder.ToTable("call_chains");
        builder.HasKey(c => c.Circle);
        builder.HasOne<Circle>().WithMany().HasForeignKey(c => c.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(c => c.Links);
        builder.HasMany<ChainLink>("links").WithOne().HasForeignKey(l => l.Circle).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation("links").AutoInclude();
    }
}

public sealed class ChainLinkMapping : IEntityTypeConfiguration<ChainLink>
{
    public void Configure(EntityTypeBuilder<ChainLink> builder)
    {
        builder.ToTable("call_chain_links");
        builder.HasKey(l => new { l.Circle, l.Person });
        builder.HasIndex(l => l.Person);
    }
}

public sealed class ChainRunMapping : IEntityTypeConfiguration<ChainRun>
{
    public void Configure(EntityTypeBuilder<ChainRun> builder)
    {
        builder.ToTable("chain_runs");
        builder.Ignore(r => r.Calls);
        builder.HasOne<Circle>().WithMany().HasForeignKey(r => r.Circle).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<ChainCall>("calls").WithOne().HasForeignKey(c => c.Run).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation("calls").AutoInclude();
        builder.HasIndex(r => new { r.Circle, r.Day }).IsUnique(); // two nodes start the same day
        builder.HasIndex(r => r.Day);
    }
}

public sealed class ChainCallMapping : IEntityTypeConfiguration<ChainCall>
{
    public void Configure(EntityTypeBuilder<ChainCall> builder)
    {
        builder.ToTable("chain_calls");
        builder.Property(c => c.State).IsConcurrencyToken(); // 'neemt niet op' while she calls back
        builder.Property(c => c.Reason).HasMaxLength(80);
        builder.HasIndex(c => c.Run);
        builder.HasIndex(c => new { c.State, c.AlarmAt });
    }
}

public static class CallChainSets
{
    extension(NabijDb db)
    {
        public DbSet<CallChain> CallChains => db.Set<CallChain>();
        public DbSet<ChainRun> ChainRuns => db.Set<ChainRun>();
        public DbSet<ChainCall> ChainCalls => db.Set<ChainCall>();
    }

    extension(IQueryable<ChainRun> runs)
    {
        public IQueryable<ChainRun> Latest(CircleId circle, LocalDate today) => runs.Where(r => r.Circle == circle && r.Day <= today).OrderByDescending(r => r.Day);
    }
}
