using Nabij.Kernel;
using Nabij.Modules.Volunteers.Domain;
using Nabij.Modules.Volunteers.Following;

namespace Nabij.Modules.Volunteers.Courses;

/// <summary>A course to be, as it was typed.</summary>
public sealed class CourseForm
{
    /// <summary>Made when the form is shown, so that a form that is sent twice plans once.</summary>
    public string? Id { get; set; } = Guid.CreateVersion7().ToString();
    public string? Kind { get; set; }
    public string? Title { get; set; }
    public string? Where { get; set; }
    public string? Day { get; set; }
    public string? From { get; set; }
    public string? Months { get; set; }

    public CourseId CourseId => Guid.TryParse(Id, out var id) ? new(id) : CourseId.New();

    public (CoursePlan? Plan, Refusal? Missing) Read() =>
        (Typed.Date(Day), Typed.Time(From), Typed.Number(Months)) switch
        {
            ({ } day, { } from, { } months) => (
                new(Typed.Value<CourseKind>(Kind) ?? CourseKind.Course, Title ?? "", Where ?? "", day, from, months == 0 ? null : months),
                null
            ),
            (_, _, null) => (null, new CourseMonthsUnlikely()),
            _ => (null, new CourseNeedsMoment()),
        };
}
