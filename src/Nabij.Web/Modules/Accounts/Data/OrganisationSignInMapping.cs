using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Accounts.Domain;

namespace Nabij.Modules.Accounts.Data;

public sealed class OrganisationSignInMapping : IEntityTypeConfiguration<OrganisationSignIn>
{
    public void Configure(EntityTypeBuilder<OrganisationSignIn> builder)
    {
        builder.ToTable("organisation_sign_ins");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(s => s.Name).HasMaxLength(OrganisationSignIn.MaxNameLength);
        builder.Property(s => s.Issuer).HasMaxLength(OrganisationSignIn.MaxIssuerLength);
        builder.Property(s => s.ClientId).HasMaxLength(OrganisationSignIn.MaxClientIdLength);
        builder.Property(s => s.ClientSecret).IsSensitive();
        builder.Property(s => s.MailDomain).HasMaxLength(OrganisationSignIn.MaxDomainLength);
        builder.Property(s => s.Claim).HasMaxLength(OrganisationSignIn.MaxClaimLength);
        builder.HasIndex(s => s.Organisation).IsUnique();
        builder.HasIndex(SharedTables.Community, nameof(OrganisationSignIn.MailDomain)).IsUnique(); // a domain is of one organisation
    }
}

public static class OrganisationSignInSet
{
    extension(NabijDb db)
    {
        public DbSet<OrganisationSignIn> OrganisationSignIns => db.Set<OrganisationSignIn>();
    }
}
