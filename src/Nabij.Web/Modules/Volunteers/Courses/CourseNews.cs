using Nabij.Kernel;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Time;
using Nabij.Modules.People.Contracts;
using Nabij.Modules.Reach.Contracts;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>Who comes to a course hears where and when, and that it is off. Saved by the caller.</summary>
public sealed class CourseNews(IReach reach, IPeople people, TextCatalogue texts)
{
    public async Task TellAllAsync(Course course, string reason, CancellationToken ct)
    {
        await reach.CancelAsync(Subject.Of(course.Id), ct);
        foreach (var place in course.Places)
            await TellAsync(course, place.Person, reason, ct);
    }

    public async Task TellAsync(Course course, PersonId person, string reason, CancellationToken ct)
    {
        var t = texts.In((await people.FindAsync(person, ct))?.Language);
        var starts = course.Day.InstantAt(course.From);
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = course.Title,
            ["where"] = course.Where,
            ["when"] = t.Moment(starts),
        };
        reach.Tell(person, new(Subject.Of(course.Id), reason, words) { NotAfter = starts });
    }
}
