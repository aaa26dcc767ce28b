using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Kernel.Ui.Theming;

namespace Nabij.Kernel.Tenancy;

/// <summary>One wijkplatform: the tenant. Its slug is the first part of every address on the web.</summary>
public sealed class Community(string slug, string name, string municipality)
{
    public const int MaxNameLength = 80;

    public CommunityId Id { get; private init; } = CommunityId.New();

    /// <summary>Lower-case letters, digits and hyphens: <c>stede-broec</c>.</summary>
    public string Slug { get; private init; } = slug;
    public string Name { get; set; } = name;
    public string Municipality { get; set; } = municipality;

    /// <summary>The one number to call, as people write it: '0228 51 00 00'.</summary>
    public string PhoneNumber { get; set; } = "";

    /// <summary>When that number is answered, in words: 'maandag tot en met donderdag, van 9.00 tot 16.00 uur'.</summary>
    public string OfficeHours { get; set; } = "";

    /// <summary>Where mail of this community comes from and answers go to.</summary>
    public string MailAddress { get; set; } = "";
    
    /// <summary>The name of its <see cref="ThemeChoice"/>.</summary>
    public string Theme { get; set; } = ThemeChoice.Basis.Name;
}

public sealed class CommunityMapping : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> builder)
    {
        builder.ToTable("communities").IsSharedByAllCommunities();
        builder.Property(c => c.Slug).HasMaxLength(40);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.Name).HasMaxLength(Community.MaxNameLength);
        builder.Property(c => c.Municipality).HasMaxLength(Community.MaxNameLength);
        builder.Property(c => c.PhoneNumber).HasMaxLength(20);
        builder.Property(c => c.OfficeHours).HasMaxLength(120);
        builder.Property(c => c.MailAddress).HasMaxLength(254);
        builder.Property(c => c.Theme).HasMaxLength(40);
    }
}

public static class CommunitySet
{
    extension(NabijDb db)
    {
        public DbSet<Community> Communities => db.Set<Community>();
    }
}
