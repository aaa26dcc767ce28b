using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Nabij.Kernel.Data;

/// <summary>The few tables that belong to no community. All others get a <c>Community</c> column and are filtered by it.</summary>
public static class SharedTables
{
    /// <summary>The column, and shadow property, that says to which community a row belongs.</summary>
    public const string Community = "Community";

    private const string Annotation = "Nabij:Shared";

    public static EntityTypeBuilder<T> IsSharedByAllCommunities<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.Metadata.SetAnnotation(Annotation, true);
        return entity;
    }

    public static bool IsShared(this IReadOnlyEntityType entity) => entity.FindAnnotation(Annotation) is not null;
}
