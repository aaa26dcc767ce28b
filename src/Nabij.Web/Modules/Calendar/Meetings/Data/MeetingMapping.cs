using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;
using Nabij.Modules.Calendar.Meetings.Needs;
using Nabij.Modules.Calendar.Meetings.Remarks;

namespace Nabij.Modules.Calendar.Meetings.Data;

public sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings");
        builder.Property(m => m.AskedThrough).IsConcurrencyToken(); // who came is asked once
        builder.HasOne<Activity>().WithMany().HasForeignKey(m => m.Activity).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.Activity).IsUnique();
    }
}

public sealed class MeetingNeedMapping : IEntityTypeConfiguration<MeetingNeed>
{
    public void Configure(EntityTypeBuilder<MeetingNeed> builder)
    {
        builder.ToTable("meeting_needs");
        builder.Property(n => n.Needs).HasConversion<int>().Metadata.SetMaxLength(null);
        builder.Property(n => n.Words).IsSensitive();
        builder.Ignore(n => n.IsPersonal).Ignore(n => n.IsOpen);
        builder.HasOne<ActivityDate>().WithMany().HasForeignKey(n => n.Date).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.Date, n.Person }).IsUnique();
    }
}

public sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder)
    {
        builder.ToTable("remarks");
        builder.Property(r => r.Words).IsSensitive();
        builder.Property(r => r.Answer).IsSensitive();
        builder.Property(r => r.AnsweredAt).IsConcurrencyToken();
        builder.Ignore(r => r.IsOpen);
        builder.HasOne<ActivityDate>().WithMany().HasForeignKey(r => r.Date).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Date);
        builder.HasIndex(r => r.From);
    }
}

public static class MeetingSets
{
    extension(NabijDb db)
    {
        public DbSet<Meeting> Meetings => db.Set<Meeting>();
        public DbSet<MeetingNeed> MeetingNeeds => db.Set<MeetingNeed>();
        public DbSet<Remark> Remarks => db.Set<Remark>();
    }
}
