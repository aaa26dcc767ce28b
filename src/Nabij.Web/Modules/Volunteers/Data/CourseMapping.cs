using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Volunteers.Domain;

namespace Nabij.Modules.Volunteers.Data;

public sealed class CourseMapping : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("volunteer_courses");
        builder.Property(c => c.Title).HasMaxLength(Course.MaxTitleLength);
        builder.Property(c => c.Where).HasMaxLength(Course.MaxWhereLength);
        builder.Property(c => c.State).IsConcurrencyToken();
        builder.Ignore(c => c.AgainOn);
        builder.HasMany(c => c.Places).WithOne().HasForeignKey(p => p.Course).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Places).AutoInclude();
        builder.HasIndex(c => c.Day);
    }
}

public sealed class CoursePlaceMapping : IEntityTypeConfiguration<CoursePlace>
{
    public void Configure(EntityTypeBuilder<CoursePlace> builder)
    {
        builder.ToTable("volunteer_course_places");
        builder.HasKey(p => new { p.Course, p.Person });
        builder.HasIndex(p => p.Person);
    }
}

public static class CourseSets
{
    extension(NabijDb db)
    {
        public DbSet<Course> Courses => db.Set<Course>();
        public DbSet<CoursePlace> CoursePlaces => db.Set<CoursePlace>();
    }
}
