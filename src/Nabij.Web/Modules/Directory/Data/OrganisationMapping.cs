using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Directory.Domain;

namespace Nabij.Modules.Directory.Data;

public sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Name).HasMaxLength(Organisation.MaxNameLength);
        builder.Property(o => o.WhatTheyDo).HasMaxLength(Organisation.MaxWhatTheyDoLength);
        builder.Property(o => o.PhoneNumber).HasMaxLength(20);
        builder.HasMany(o => o.Offers).WithOne().HasForeignKey(offer => offer.Organisation);
        builder.Ignore(o => o.NextCheck);
    }
}

public sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("organisation_offers");
        builder.HasKey(o => new { o.Organisation, o.Kind });
    }
}

public static class OrganisationSet
{
    extension(NabijDb db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }

    extension(IQueryable<Organisation> organisations)
    {
        /// <summary>Those that are part of the alliance now, by name.</summary>
        public IQueryable<Organisation> Current => organisations.Where(o => o.LeftAt == null).OrderBy(o => o.Name);
    }
}
