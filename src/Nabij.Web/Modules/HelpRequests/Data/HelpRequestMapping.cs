using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.HelpRequests.Contracts;
using Nabij.Modules.HelpRequests.Domain;
using NodaTime;

namespace Nabij.Modules.HelpRequests.Data;

public sealed class HelpRequestMapping : IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<HelpRequest> builder)
    {
        builder.ToTable("help_requests");
        builder.Property(r => r.Title).IsSensitive();
        builder.Property(r => r.Details).IsSensitive();
        builder.Property(r => r.Buurt).HasMaxLength(20);
        builder.Property(r => r.Language).HasMaxLength(10);
        builder.Property(r => r.Reason).HasMaxLength(80);
        builder.ComplexProperty(r => r.Plan);
        builder.ComplexProperty(r => r.Consent);
        builder.Property(r => r.ClaimedBy).IsConcurrencyToken(); // two neighbours, one claim: the slower write loses
        builder.Property(r => r.State).IsConcurrencyToken(); // withdrawn while somebody says yes
        builder.Property(r => r.Round).IsConcurrencyToken(); // two nodes ask the next batch
        builder.HasIndex(r => new { r.State, r.DueAt });
        builder.HasIndex(r => new { r.Circle, r.State });
        builder.HasIndex(r => r.AskedFor);
        builder.HasIndex(r => r.AskedBy);
        builder.HasIndex(r => new { r.ClaimedBy, r.ClaimedAt });
        builder.HasIndex(r => r.CoverFor);
        builder.HasMany<Ask>().WithOne().HasForeignKey(a => a.Request).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class AskMapping : IEntityTypeConfiguration<Ask>
{
    public void Configure(EntityTypeBuilder<Ask> builder)
    {
        builder.ToTable("help_asks");
        builder.HasIndex(a => new { a.Request, a.Search, a.Person }).IsUnique(); // nobody is asked the same twice
        builder.HasIndex(a => new { a.Person, a.AskedAt });
    }
}

public static class HelpRequestSets
{
    extension(NabijDb db)
    {
        public DbSet<HelpRequest> HelpRequests => db.Set<HelpRequest>();
        public DbSet<Ask> Asks => db.Set<Ask>();
    }

    extension(IQueryable<HelpRequest> requests)
    {
        public IQueryable<HelpRequest> In(HelpState state) => requests.Where(r => r.State == state);

        public IQueryable<HelpRequest> Open => requests.Where(r => AllowedChanges.OpenStates.Contains(r.State));

        public IQueryable<HelpRequest> WithoutHelper =>
            requests.Where(r => r.State == HelpState.Searching || r.State == HelpState.OnDesk);

        /// <summary>Asked by this person, or for them.</summary>
        public IQueryable<HelpRequest> Of(PersonId person) =>
            requests.Where(r => r.AskedFor == person || r.AskedBy == person);

        /// <summary>The ids of what is due in this state, what waits longest first.</summary>
        public IQueryable<HelpRequestId> Due(HelpState state, Instant now) =>
            requests.Where(r => r.State == state && r.DueAt <= now).OrderBy(r => r.DueAt).Select(r => r.Id);
    }

    extension(IQueryable<Ask> asks)
    {
        public IQueryable<Ask> OfRequest(HelpRequestId request) => asks.Where(a => a.Request == request);

        /// <summary>Those who may still say yes.</summary>
        public IQueryable<Ask> Open => asks.Where(a => a.Answer == AskAnswer.None && a.ToldFilledAt == null);
    }
}
