using Microsoft.EntityFrameworkCore;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Jobs;
using Nabij.Kernel.Time;
using Nabij.Modules.Desk.Contracts;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Volunteers.Data;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;
using NodaTime;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>Puts on the desk, in time, whose certificate of conduct (VOG) is to be seen, and who is to follow a course again.</summary>
public sealed class WatchRefreshersJob(NabijDb db, IVogs vogs, IPeople people, IFollowUps followUps, Changes changes) : ICommunityJob
{
    private static readonly LocalTime Morning = new(9, 0);

    public static Subject Vog(VolunteerId volunteer) => new("VolunteerVog", volunteer.Value);

    public static Subject Again(VolunteerId volunteer) => new("VolunteerCourse", volunteer.Value);

    public async Task RunAsync(CancellationToken ct)
    {
        var volunteers = await db.Volunteers.AsNoTracking().Active.OrderBy(v => v.Id).ToListAsync(ct);
        var seen = await vogs.SeenAsync(volunteers.Where(v => v.NeedsVog).Select(v => v.Person), ct);
        var due = await CoursesDueAsync(ct);
        var cards = await people.FindAsync(volunteers.Select(v => v.Person), ct);
        foreach (var volunteer in volunteers)
        {
            var name = cards.GetValueOrDefault(volunteer.Person)?.FullName ?? "";
            var last = seen.GetValueOrDefault(volunteer.Person)?.On;
            var reason = last is null ? "Volunteers.FollowUp.AskVog" : "Volunteers.FollowUp.VogAgain";
            await ReviewAsync(Vog(volunteer.Id), volunteer, reason, name, VogRules.ToSeeBy(volunteer, last, changes.Today), ct);
            var (title, by) = due.GetValueOrDefault(volunteer.Person);
            await ReviewAsync(Again(volunteer.Id), volunteer, "Volunteers.FollowUp.CourseAgain", $"{name}: {title}", by, ct);
        }
        await changes.TrySaveAsync(ct);
    }

    private Task ReviewAsync(Subject about, Volunteer volunteer, string reason, string title, LocalDate? by, CancellationToken ct) =>
        by is { } day
            ? followUps.OpenOnceAsync(
                new(about, reason, title, Changes.PathOf(volunteer.Id), day.InstantAt(Morning), volunteer.Mentor, volunteer.MentorStandIn),
                ct
            )
            : followUps.CloseAsync(about, ct);

    /// <summary>The course that each is to follow again soonest, unless they followed it since or are on the list.</summary>
    private async Task<Dictionary<PersonId, (string Title, LocalDate? By)>> CoursesDueAsync(CancellationToken ct)
    {
        var soon = changes.Today.PlusDays(VogRules.DaysAhead);
        var courses = await db.Courses.AsNoTracking().Where(c => c.AgainAfterMonths != null && c.State != CourseState.CalledOff).OrderBy(c => c.Day).ThenBy(c => c.Id).ToListAsync(ct);
        return courses
            .SelectMany(c => c.Places.Where(p => p.Came != false).Select(p => (p.Person, Course: c)))
            .GroupBy(p => (p.Person, p.Course.Title))
            .Select(g => (g.Key.Person, g.Last().Course))
            .Where(p => p.Course.State == CourseState.Held && p.Course.AgainOn <= soon)
            .GroupBy(p => p.Person)
            .ToDictionary(g => g.Key, g => g.OrderBy(p => p.Course.AgainOn).Select(p => (p.Course.Title, p.Course.AgainOn)).First());
    }
}
