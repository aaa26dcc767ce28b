using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Outbox;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Tenancy;

namespace Nabij.Modules.People.Merging;

/// <summary>
/// Everything that pointed at one person points at another: each column that a module answers for, what is about the person
/// itself, and what has yet to be delivered. In the transaction of the caller.
/// </summary>
public sealed class MoveReferences(NabijDb db, CurrentCommunity community, IEnumerable<IAnswerForPersons> answers)
{
    public async Task HandleAsync(PersonId from, PersonId to, CancellationToken ct)
    {
        foreach (var (table, column) in answers.SelectMany(a => a.Kept).SelectMany(k => k.Persons.Select(column => (k.Table, column))))
            await MoveAsync(table, column, "", from, to, ct);
        foreach (var table in PersonColumns.TablesWithSubject(db.Model))
            await MoveAsync(table, "SubjectId", $"AND \"SubjectKind\" = '{Subject.Of(from).Kind}'", from, to, ct);

        var (old, now) = (from.Value.ToString(), to.Value.ToString());
        await db.Outbox
            .Where(m => m.DeliveredAt == null && m.Payload.Contains(old))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Payload, x => x.Payload.Replace(old, now)), ct);
    }

    /// <summary>Names come from the modules and are in the model, a test sees to that; values are parameters.</summary>
    private Task<int> MoveAsync(string table, string column, string more, PersonId from, PersonId to, CancellationToken ct)
    {
        var sql = $$"""UPDATE "{{table}}" SET "{{column}}" = {0} WHERE "{{column}}" = {1} AND "{{SharedTables.Community}}" = {2} {{more}}""";
        return db.Database.ExecuteSqlRawAsync(sql, [to.Value, from.Value, community.Id.Value], ct);
    }
}
