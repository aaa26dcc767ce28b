using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Tenancy;

namespace Nabij.Modules.People.Knowing;

/// <summary>What do you know about me: how much of each kind, or all of it, from every module that keeps something.</summary>
public sealed class WhatIsKnown(NabijDb db, CurrentCommunity community, IEnumerable<IAnswerForPersons> answers)
{
    /// <summary>How many records of each kind name this person, in the order of <see cref="Retention.All"/>; one query.</summary>
    public async Task<IReadOnlyList<KnownKind>> CountAsync(PersonId person, CancellationToken ct)
    {
        var kept = answers.SelectMany(a => a.Kept).Where(k => k.Persons.Count > 0 || k.Table == Persons).ToList();
        var counted = await db
            .Database.SqlQueryRaw<Counted>(string.Join(" UNION ALL ", kept.Select(CountOf)), person.Value, community.Id.Value)
            .ToListAsync(ct);
        var rows = kept.Join(counted, k => k.Table, c => c.Kind, (k, c) => (k.Line, c.Rows), StringComparer.Ordinal);
        var lines = rows.Where(r => r.Rows > 0).GroupBy(r => r.Line).ToDictionary(g => g.Key, g => g.First().Rows);
        return [.. Retention.All.Where(line => lines.GetValueOrDefault(line) > 0).Select(line => new KnownKind(line, lines[line]))];
    }

    /// <summary>Everything, with what it says.</summary>
    public async Task<IReadOnlyList<KeptRecord>> TellAsync(PersonId person, CancellationToken ct)
    {
        var told = new List<KeptRecord>();
        foreach (var module in answers)
            told.AddRange(await module.TellAsync(person, ct));
        return told;
    }

    private const string Persons = "persons";

    /// <summary>Names come from the modules and are in the model, a test sees to that; values are parameters.</summary>
    private static string CountOf(KeptRows kept)
    {
        string[] columns = kept.Table == Persons ? ["Id"] : [.. kept.Persons];
        var named = string.Join(" OR ", columns.Select(column => $"\"{column}\" = {{0}}"));
        return $$"""
            SELECT '{{kept.Table}}' AS "Kind", CAST(COUNT(*) AS INTEGER) AS "Rows"
            FROM "{{kept.Table}}" WHERE "{{SharedTables.Community}}" = {1} AND ({{named}})
            """;
    }

    private sealed record Counted(string Kind, int Rows);
}

/// <summary>How many records of a kind there are about somebody.</summary>
public sealed record KnownKind(RetentionLine Line, int Count);
