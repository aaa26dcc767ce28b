using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Nabij.Kernel.Data;

namespace Nabij.Kernel.Persons;

/// <summary>Where in the database a person is named, as the model has it.</summary>
public static class PersonColumns
{
    /// <summary>The columns that point at a person, but for a person's own id.</summary>
    public static IReadOnlyList<(string Table, string Column)> NamingPersons(IModel model) =>
        [.. Columns(model, p => Nullable.GetUnderlyingType(p.ClrType) is { } type ? type == typeof(PersonId) : p.ClrType == typeof(PersonId)).Where(c => c.Column != "Id")];

    /// <summary>The columns that are encrypted, because people's words and numbers are in them.</summary>
    public static IReadOnlyList<(string Table, string Column)> OfWords(IModel model) =>
        [.. Columns(model, p => p.FindAnnotation(SensitiveColumns.Annotation) is not null)];

    /// <summary>The tables that say what they are about, in the columns of a <see cref="Subject"/>.</summary>
    public static IReadOnlyList<string> TablesWithSubject(IModel model) =>
        [.. Columns(model, p => p.Name is "SubjectId").Select(c => c.Table)];

    private static IEnumerable<(string Table, string Column)> Columns(IModel model, Func<IReadOnlyProperty, bool> wanted) =>
        model
            .GetEntityTypes()
            .Select(entity => (Type: entity, Table: StoreObjectIdentifier.Table(entity.GetTableName()!)))
            .SelectMany(e => Flattened(e.Type).Where(wanted).Select(p => (e.Table.Name, p.GetColumnName(e.Table)!)))
            .Distinct()
            .Order();

    private static IEnumerable<IReadOnlyProperty> Flattened(IReadOnlyTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => Flattened(c.ComplexType)));
}
