using System.Reflection;
using System.Text.RegularExpressions;
using Nabij.Kernel.Data;

namespace Nabij.Tests.Architecture;

/// <summary>
/// The arrows of docs/architecture.md, checked. Each rule is shown to bite on a planted violation,
/// because a boundary test that cannot fail protects nothing.
/// </summary>
public sealed partial class BoundaryTests
{
    private static readonly IEnumerable<Type> Application = typeof(NabijDb)
        .Assembly.GetTypes()
        .Where(type => !type.IsNested);
    private static readonly IEnumerable<Type> Planted = typeof(BoundaryTests)
        .Assembly.GetTypes()
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Planted.", StringComparison.Ordinal) == true);

    [Fact]
    public void A_module_uses_another_only_through_its_contracts() => None(CrossModuleUses(Application));

    [Fact]
    public void The_module_rule_bites() =>
        Assert.Equal(["Planted.Modules.Post.Letter -> Planted.Modules.Bakery.Domain.Oven"], CrossModuleUses(Planted));

    [Fact]
    public void The_kernel_knows_no_module() =>
        None(Uses(Application, who: type => In(type, "Nabij.Kernel"), what: type => In(type, "Nabij.Modules")));

    [Fact]
    public void Domain_rules_know_neither_database_nor_web_nor_scheduler() =>
        None(Uses(Application, who: IsDomain, what: IsMachinery));

    [Fact]
    public void The_domain_rule_bites() =>
        Assert.Equal(
            ["Planted.Modules.Bakery.Domain.Oven -> System.Net.Http.HttpClient"],
            Uses(Planted, who: IsDomain, what: IsMachinery)
        );

    [Fact]
    public void Neither_kernel_nor_modules_know_the_host() =>
        None(
            Uses(
                Application,
                who: type => In(type, "Nabij.Kernel") || In(type, "Nabij.Modules"),
                what: type => In(type, "Nabij.Host")
            )
        );

    [Fact]
    public void Modules_lean_on_each_other_in_one_direction_only() => Assert.Empty(Circles(Arrows(Application)));

    [Fact]
    public void The_rule_against_circles_bites() =>
        Assert.Equal(["A", "B", "C"], Circles([("A", "B"), ("B", "C"), ("C", "A"), ("D", "A")]));

    [Fact]
    public void Algorithms_depend_on_the_base_library_and_NodaTime_alone() =>
        Assert.All(
            Assembly.Load("Nabij.Algorithms").GetReferencedAssemblies(),
            used => Assert.Matches("^(System|NodaTime)", used.Name)
        );

    /// <summary>Which module uses which other.</summary>
    private static HashSet<(string User, string Used)> Arrows(IEnumerable<Type> types) =>
        [
            .. types
                .Where(type => ModuleOf(type) is not null)
                .SelectMany(user => References.Of(user), (user, used) => (ModuleOf(user)!, ModuleOf(used)))
                .Where(arrow => arrow.Item2 is not null && arrow.Item1 != arrow.Item2)
                .Select(arrow => (arrow.Item1, arrow.Item2!)),
        ];

    /// <summary>The modules that are part of a circle: what remains when those that nobody left uses, or that use nobody left, are taken away.</summary>
    private static List<string> Circles(HashSet<(string User, string Used)> arrows)
    {
        var left = arrows.ToHashSet();
        while (
            left.RemoveWhere(a => !left.Any(b => b.User == a.Used)) + left.RemoveWhere(a => !left.Any(b => b.Used == a.User))
            > 0
        ) { }
        return [.. left.Select(a => a.User).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static void None(List<string> uses) => Assert.True(uses.Count == 0, string.Join('\n', uses));

    private static List<string> CrossModuleUses(IEnumerable<Type> types) =>
        Uses(
            types,
            who: type => ModuleOf(type) is not null,
            what: _ => true,
            unless: (user, used) =>
                ModuleOf(used) is not { } module || module == ModuleOf(user) || In(used, $"{module}.Contracts")
        );

    private static List<string> Uses(
        IEnumerable<Type> types,
        Func<Type, bool> who,
        Func<Type, bool> what,
        Func<Type, Type, bool>? unless = null
    ) =>
        [
            .. types
                .Where(who)
                .SelectMany(user => References.Of(user).Where(what), (user, used) => (user, used))
                .Where(use => unless?.Invoke(use.user, use.used) != true)
                .Select(use => $"{use.user} -> {use.used}")
                .Order(StringComparer.Ordinal),
        ];

    private static bool In(Type type, string space) =>
        $"{type.Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal);

    private static bool IsDomain(Type type) => ModuleOf(type) is { } module && In(type, $"{module}.Domain");

    private static bool IsMachinery(Type type) =>
        In(type, "Microsoft.EntityFrameworkCore")
        || In(type, "Microsoft.AspNetCore")
        || In(type, "Quartz")
        || In(type, "System.Net");

    private static string? ModuleOf(Type type) =>
        ModuleName().Match(type.Namespace ?? "") is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"^\w+\.Modules\.\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModuleName();
}
