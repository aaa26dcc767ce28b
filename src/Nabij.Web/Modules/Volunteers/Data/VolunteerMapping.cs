using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Data;

public sealed class VolunteerMapping : IEntityTypeConfiguration<Volunteer>
{
    public void Configure(EntityTypeBuilder<Volunteer> builder)
    {
        builder.ToTable("volunteers");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(v => v.Wish).IsSensitive();
        builder.Property(v => v.MeetingNote).IsSensitive();
        builder.Property(v => v.MeetingWhere).HasMaxLength(Volunteer.MaxWhereLength);
        builder.Property(v => v.Reason).HasMaxLength(80);
        builder.Property(v => v.State).IsConcurrencyToken(); // two at the desk settle the same sign-up
        // of two who sign somebody up at the same moment, the slower finds that it was done
        builder.HasIndex(SharedTables.Community, nameof(Volunteer.Person)).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(v => v.Person);
        builder.HasIndex(v => v.Organisation);
        builder.HasIndex(v => v.EndedAt);
    }
}

public static class VolunteerSet
{
    extension(NabijDb db)
    {
        public DbSet<Volunteer> Volunteers => db.Set<Volunteer>();
    }

    extension(IQueryable<Volunteer> volunteers)
    {
        /// <summary>Those who are on their way to helping, or help.</summary>
        public IQueryable<Volunteer> Current => volunteers.Where(v => v.EndedAt == null);

        public IQueryable<Volunteer> Active => volunteers.Where(v => v.State == VolunteerState.Active);

        /// <summary>The members of these organisations; null is everybody.</summary>
        public IQueryable<Volunteer> OfOrganisations(IReadOnlyCollection<OrganisationId?>? organisations) =>
            organisations is null ? volunteers : volunteers.Where(v => organisations.Contains(v.Organisation));
    }
}
