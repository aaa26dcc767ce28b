using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class EditorLinkMapping : IEntityTypeConfiguration<EditorLink>
{
    public void Configure(EntityTypeBuilder<EditorLink> builder)
    {
        builder.ToTable("editor_links");
        builder.Property(l => l.SecretHash).HasMaxLength(EditorLink.HashLength);
        builder.HasIndex(l => l.SecretHash).IsUnique();
        builder.HasIndex(l => l.Organisation);
    }
}

public static class EditorLinkSet
{
    extension(NabijDb db)
    {
        public DbSet<EditorLink> EditorLinks => db.Set<EditorLink>();
    }
}
