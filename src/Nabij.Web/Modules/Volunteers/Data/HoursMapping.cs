using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Volunteers.Domain;
using NodaTime;

namespace Nabij.Modules.Volunteers.Data;

public sealed class HoursMapping : IEntityTypeConfiguration<HoursEntry>
{
    public void Configure(EntityTypeBuilder<HoursEntry> builder)
    {
        builder.ToTable("volunteer_hours");
        builder.Property(h => h.What).IsSensitive();
        builder.Property(h => h.Why).IsSensitive();
        builder.Property(h => h.State).IsConcurrencyToken(); // approved while she changes it
        builder.HasIndex(h => new { h.Person, h.Day });
        builder.HasIndex(h => new { h.State, h.Day });
        builder.HasIndex(h => h.Organisation);
    }
}

public sealed class ThanksMapping : IEntityTypeConfiguration<Thanks>
{
    public void Configure(EntityTypeBuilder<Thanks> builder)
    {
        builder.ToTable("volunteer_thanks");
        builder.HasIndex(t => new { t.Person, t.On });
    }
}

public static class HoursSets
{
    extension(NabijDb db)
    {
        public DbSet<HoursEntry> VolunteerHours => db.Set<HoursEntry>();
        public DbSet<Thanks> VolunteerThanks => db.Set<Thanks>();
    }

    extension(IQueryable<HoursEntry> hours)
    {
        /// <summary>What counts from this day up to and including that.</summary>
        public IQueryable<HoursEntry> Counting(LocalDate first, LocalDate last) =>
            hours.Where(h => h.State != HoursState.Withdrawn && h.Day >= first && h.Day <= last);

        /// <summary>What was done for these organisations; null is everything.</summary>
        public IQueryable<HoursEntry> OfOrganisations(IReadOnlyCollection<OrganisationId?>? organisations) =>
            organisations is null ? hours : hours.Where(h => organisations.Contains(h.Organisation));
    }
}
