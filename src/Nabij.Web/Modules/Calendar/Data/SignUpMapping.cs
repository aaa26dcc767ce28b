using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.Calendar.Domain;

namespace Nabij.Modules.Calendar.Data;

public sealed class SignUpMapping : IEntityTypeConfiguration<SignUp>
{
    public void Configure(EntityTypeBuilder<SignUp> builder)
    {
        builder.ToTable("sign_ups");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(s => s.Question).IsSensitive();
        builder.Property(s => s.State).IsConcurrencyToken();
        builder.Ignore(s => s.Seats).Ignore(s => s.HoldsSeats).Ignore(s => s.IsOpen);
        builder.HasOne<ActivityDate>().WithMany().HasForeignKey(s => s.Date).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Date, s.Person }).IsUnique();
        builder.HasIndex(s => s.Person);
        builder.HasIndex(SharedTables.Community, nameof(SignUp.State));
    }
}

public static class SignUpSet
{
    extension(NabijDb db)
    {
        public DbSet<SignUp> SignUps => db.Set<SignUp>();
    }

    extension(IQueryable<SignUp> signUps)
    {
        /// <summary>As <see cref="SignUp.IsOpen"/> says it of one.</summary>
        public IQueryable<SignUp> Open =>
            signUps.Where(s => s.State == SignUpState.Comes || s.State == SignUpState.Waiting || s.State == SignUpState.Offered);
    }
}
