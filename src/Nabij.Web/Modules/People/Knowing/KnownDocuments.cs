using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Kernel.Trails;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.People.Own;
using NodaTime;
using NodaTime.Text;

namespace Nabij.Modules.People.Knowing;

/// <summary>All that is known of somebody as a document: to read, to print, or for another program (JSON).</summary>
public sealed class KnownDocuments(
    NabijDb db,
    WhatIsKnown known,
    IPeople people,
    WhoSaw saw,
    Trail trail,
    Texts texts,
    IClock clock
)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is a file, not a part of a page
    };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/ik/bekend/alles", (KnownDocuments d, CurrentPerson me, HttpContext http) => d.SheetAsync(me.Id, "ik/bekend", http)).RequireAuthorization();
        endpoints.MapGet("/ik/bekend/alles.json", (KnownDocuments d, CurrentPerson me, HttpContext http) => d.JsonAsync(me.Id, http)).RequireAuthorization();
        endpoints
            .MapGet("/mensen/{id:guid}/bekend/papier", (Guid id, KnownDocuments d, HttpContext http) => d.SheetAsync(new(id), $"mensen/{id}/bekend", http))
            .RequireAuthorization(new ForRolesAttribute(Role.DistrictSupporter));
    }

    private async Task<IResult> SheetAsync(PersonId person, string back, HttpContext http)
    {
        if (await ToldAsync(person, "Trail.KnownPrinted", http.RequestAborted) is not { } told)
            return Results.NotFound();
        return new RazorComponentResult<KnownSheet>(new { Told = told, PathBase = http.Request.PathBase.Value ?? "", Back = back })
        {
            PreventStreamingRendering = true,
        };
    }

    private async Task<IResult> JsonAsync(PersonId person, HttpContext http)
    {
        if (await ToldAsync(person, "Trail.KnownExported", http.RequestAborted) is not { } told)
            return Results.NotFound();
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(Shaped(told), Readable), "application/json", "nabij.json");
    }

    private async Task<ToldOfPerson?> ToldAsync(PersonId person, string what, CancellationToken ct)
    {
        if (await people.FindAsync(person, ct) is not { } card)
            return null;
        trail.Note(Subject.Of(person), person, what);
        await db.SaveChangesAsync(ct);
        var records = await known.TellAsync(person, ct);
        var kinds = Retention.All.SelectMany(line => records.Where(r => r.Line == line).GroupBy(r => r.Line)).ToList();
        return new(person, card.FullName, clock.GetCurrentInstant(), kinds, await saw.OfAsync(person, ct, int.MaxValue));
    }

    private object Shaped(ToldOfPerson told) =>
        new
        {
            id = told.Person.Value,
            name = told.Name,
            madeAt = Written(told.At),
            kept = told.Kinds.Select(kind => new
            {
                kind = kind.Key.Name,
                title = texts[$"Kept.{kind.Key.Name}"],
                why = texts[kind.Key.Why],
                whoSees = texts[$"Kept.{kind.Key.Name}.Who"],
                until = texts.UntilOf(kind.Key),
                records = kind.Select(r => new { at = r.When is { } when ? Written(when) : null, facts = r.Facts.Select(f => new { what = texts[f.Key], value = f.Value }) }),
            }),
            seen = told.Seen.Select(s => new { at = Written(s.At), what = texts.WordsOf(s) }),
        };

    private static string Written(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
