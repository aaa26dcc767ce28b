using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using NodaTime;

namespace Nabij.Kernel.Identity;

/// <summary>
/// A person has a role: in the whole community, or for one circle or one organisation, with a stand-in for when they
/// are away. <paramref name="scope"/> is the id of the circle or organisation; null is the whole community.
/// </summary>
public sealed class RoleAssignment(PersonId person, Role role, Guid? scope, Instant since)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public PersonId Person { get; private init; } = person;
    public Role Role { get; private init; } = role;
    public Guid? Scope { get; private init; } = scope;
    public PersonId? StandIn { get; set; }
    public Instant Since { get; private init; } = since;
    public Instant? EndedAt { get; private set; }

    public void End(Instant now) => EndedAt ??= now;
}

public sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("role_assignments");
        builder.HasIndex(a => a.Person);
        builder.HasIndex(a => new { a.Role, a.Scope });
    }
}

public static class RoleAssignmentSet
{
    extension(NabijDb db)
    {
        public DbSet<RoleAssignment> RoleAssignments => db.Set<RoleAssignment>();
    }

    extension(IQueryable<RoleAssignment> assignments)
    {
        public IQueryable<RoleAssignment> Current => assignments.Where(a => a.EndedAt == null);
    }
}
