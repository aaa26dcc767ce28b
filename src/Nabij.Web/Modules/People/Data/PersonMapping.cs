using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Modules.People.Domain;
using NodaTime;

namespace Nabij.Modules.People.Data;

public sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    private const int FingerprintLength = 43;

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("persons");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.Property(p => p.GivenName).HasMaxLength(Person.MaxNameLength);
        builder.Property(p => p.FamilyName).HasMaxLength(Person.MaxNameLength);
        builder.Property(p => p.SortName).HasMaxLength(3 * Person.MaxNameLength);
        builder.Property(p => p.Language).HasMaxLength(5);
        builder.Property(p => p.MailAddress).IsSensitive();
        builder.Property(p => p.MobileNumber).IsSensitive();
        builder.Property(p => p.PhoneNumber).IsSensitive();
        builder.Property(p => p.MailFingerprint).HasMaxLength(FingerprintLength);
        builder.Property(p => p.MobileFingerprint).HasMaxLength(FingerprintLength);
        builder.Property(p => p.PhoneFingerprint).HasMaxLength(FingerprintLength);
        builder.OwnsOne(p => p.Consent, Consent);
        builder.Navigation(p => p.Consent).IsRequired();
        builder.HasMany(p => p.Names).WithOne().HasForeignKey(n => n.Person);
        builder.Navigation(p => p.Names).AutoInclude(); // renaming must see them all

        builder.HasIndex(SharedTables.Community, nameof(Person.SortName));
        builder.HasIndex(SharedTables.Community, nameof(Person.Home));
        builder.HasIndex(SharedTables.Community, nameof(Person.MailFingerprint));
        builder.HasIndex(SharedTables.Community, nameof(Person.MobileFingerprint));
        builder.HasIndex(SharedTables.Community, nameof(Person.PhoneFingerprint));
        builder.HasIndex(SharedTables.Community, nameof(Person.AwayUntil));
    }

    private static void Consent(OwnedNavigationBuilder<Person, Consent> consent)
    {
        consent.Property(c => c.At).HasColumnName("ConsentAt");
        consent.Property(c => c.GivenFor).HasColumnName("ConsentGivenFor").IsSensitive();
        consent.Property(c => c.NotedBy).HasColumnName("ConsentNotedBy");
        consent.Property(c => c.Way).HasColumnName("ConsentWay");
    }
}

public sealed class PersonNameMapping : IEntityTypeConfiguration<PersonName>
{
    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.ToTable("person_names");
        builder.Property<CommunityId>(SharedTables.Community);
        builder.HasKey(n => new { n.Person, n.Word });
        builder.Property(n => n.Word).HasMaxLength(NameSound.MaxLength);
        builder.HasIndex(SharedTables.Community, nameof(PersonName.Word));
    }
}

public static class PersonSets
{
    extension(NabijDb db)
    {
        public DbSet<Person> Persons => db.Set<Person>();
    }

    extension(IQueryable<Person> persons)
    {
        /// <summary>Who can be reached at this address or number, known by its fingerprint.</summary>
        public IQueryable<Person> At(string fingerprint) =>
            persons.Where(p =>
                p.MailFingerprint == fingerprint || p.MobileFingerprint == fingerprint || p.PhoneFingerprint == fingerprint
            );

        /// <summary>All but those who were forgotten.</summary>
        public IQueryable<Person> Known => persons.Where(p => p.ForgottenAt == null);

        public IQueryable<Person> Away(LocalDate on) => persons.Where(p => p.AwayFrom <= on && on <= p.AwayUntil);
    }

    extension(IQueryable<PersonName> names)
    {
        /// <summary>Words that begin so; a range, so that the index finds them. No word holds a 'z': it sounds like an 's'.</summary>
        public IQueryable<PersonId> Beginning(string sound)
        {
            var after = $"{sound[..^1]}{(char)(sound[^1] + 1)}";
#pragma warning disable CA1309 // the database compares
            return names.Where(n => string.Compare(n.Word, sound) >= 0 && string.Compare(n.Word, after) < 0).Select(n => n.Person);
#pragma warning restore CA1309
        }
    }
}
