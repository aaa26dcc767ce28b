using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Nabij.Kernel.Data;
using Nabij.Kernel.Data.Migrations;

namespace Nabij.Modules.Volunteers.Data.Migrations;

/// <summary>Courses and intervisie, and who came.</summary>
[DbContext(typeof(NabijDb)), Migration("20261122001200_VolunteerCourses")]
public sealed class VolunteerCourses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "volunteer_courses",
            table => new
            {
                Id = table.Id(),
                AgainAfterMonths = table.Column<int>(nullable: true),
                Community = table.Community(),
                Day = table.Column<DateOnly>(),
                From = table.Column<TimeOnly>(),
                Kind = table.Enum(),
                State = table.Enum(),
                Title = table.Column<string>(maxLength: 80),
                Where = table.Column<string>(maxLength: 120),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_courses", t => t.Id);
                table.CommunityKey("volunteer_courses", t => t.Community);
            }
        );
        migrationBuilder.CommunityIndex("volunteer_courses");
        migrationBuilder.Index("volunteer_courses", "Day");

        migrationBuilder.CreateTable(
            "volunteer_course_places",
            table => new
            {
                Course = table.Id(),
                Person = table.Id(),
                Came = table.Column<bool>(nullable: true),
                Community = table.Community(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_volunteer_course_places", t => new { t.Course, t.Person });
                table.CommunityKey("volunteer_course_places", t => t.Community);
                table.ForeignKey("FK_volunteer_course_places_volunteer_courses_Course", t => t.Course, "volunteer_courses", "Id", onDelete: ReferentialAction.Cascade);
            }
        );
        migrationBuilder.CommunityIndex("volunteer_course_places");
        migrationBuilder.Index("volunteer_course_places", "Person");
    }
}
