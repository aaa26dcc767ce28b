using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Languages;
using Nabij.Kernel.Persons;
using Nabij.Tests.Support;

namespace Nabij.Tests.Modules.People.Persons;

/// <summary>No table with a person or with people's words is left without a module that answers for it.</summary>
public sealed class EverybodyAnswersTests : IAsyncLifetime
{
    private TestApp app = null!;
    private IModel model = null!;
    private IReadOnlyList<IAnswerForPersons> answers = [];

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.StartAsync();
        model = await app.InDbAsync(db => Task.FromResult(db.Model));
        answers = await app.InScopeAsync(scope => Task.FromResult(scope.GetServices<IAnswerForPersons>().ToList()));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Every_column_that_names_a_person_is_answered_for() => Assert.Empty(Silent(PersonColumns.NamingPersons(model), Persons));

    [Fact]
    public void Every_column_with_peoples_words_is_answered_for() => Assert.Empty(Silent(PersonColumns.OfWords(model), Words));

    [Fact]
    public void What_is_answered_for_is_there()
    {
        var columns = model
            .GetRelationalModel()
            .Tables.SelectMany(t => t.Columns.Select(c => (t.Name, c.Name)))
            .ToHashSet();

        Assert.Empty(Persons.Concat(Words).Where(c => !columns.Contains(c)));
    }

    [Fact]
    public void A_table_that_nobody_answers_for_is_found()
    {
        var planted = new ModelBuilder();
        planted.Entity<Diary>(diary =>
        {
            diary.ToTable("diaries");
            diary.Property(d => d.Writer).HasConversion(new TypedIdConverter<PersonId>());
            diary.Property(d => d.Page).IsSensitive();
        });

        var withDiary = planted.FinalizeModel();

        Assert.Equal([("diaries", "Writer")], Silent(PersonColumns.NamingPersons(withDiary), Persons));
        Assert.Equal([("diaries", "Page")], Silent(PersonColumns.OfWords(withDiary), Words));
    }

    [Fact]
    public void Every_kind_in_the_table_is_kept_somewhere_and_the_other_way_round() =>
        Assert.Equal(
            Retention.All.Select(l => l.Name).Order(StringComparer.Ordinal),
            answers.SelectMany(a => a.Kept).Select(k => k.Line.Name).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_term_in_the_table_is_carried_out_by_one_module() =>
        Assert.Equal(
            Retention.All.Where(l => l.Days is not null).Select(l => l.Name).Order(StringComparer.Ordinal),
            answers.SelectMany(a => a.OnTime).Select(g => g.Line.Name).Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_kind_has_its_words(string language)
    {
        var texts = new TextCatalogue([typeof(Program).Assembly]).In(language).All;

        Assert.Empty(
            Retention.All.SelectMany(l => new[] { $"Kept.{l.Name}", $"Kept.{l.Name}.Who", $"Kept.{l.Name}.Until" }).Where(key => !texts.ContainsKey(key))
        );
        Assert.Empty(Retention.All.Where(l => l.Days is null == texts[$"Kept.{l.Name}.Until"].Contains("{period}", StringComparison.Ordinal)).Select(l => l.Name));
    }

    private IEnumerable<(string, string)> Persons => answers.SelectMany(a => a.Kept).SelectMany(k => k.Persons.Select(c => (k.Table, c)));

    private IEnumerable<(string, string)> Words => answers.SelectMany(a => a.Kept).SelectMany(k => k.Words.Select(c => (k.Table, c)));

    private static IEnumerable<(string, string)> Silent(IEnumerable<(string, string)> there, IEnumerable<(string, string)> answered) =>
        there.Except(answered).Order();

    /// <summary>Planted: it is nobody's.</summary>
    private sealed class Diary
    {
        public Guid Id { get; init; }
        public PersonId? Writer { get; init; }
        public string Page { get; init; } = "";
    }
}
