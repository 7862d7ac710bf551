using System.Reflection;
using CommunityDemand.Tests.Local.Dashboard;

namespace CommunityDemand.Tests.Support;

/// <summary>The fast loop starts neither Azurite nor a browser: whatever is handed one of the fixtures that do says so.</summary>
public sealed class NeedsTests
{
    private static readonly Dictionary<Type, Type> Marks = new()
    {
        [typeof(AzuriteFixture)] = typeof(UsesAzuriteAttribute),
        [typeof(PublishedCity)] = typeof(UsesAzuriteAttribute),
        [typeof(Chromium)] = typeof(UsesBrowserAttribute),
    };

    private static Type[] TestClasses { get; } =
    [
        .. typeof(NeedsTests).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true))),
    ];

    [Fact]
    public void TestClasses_HandedAzuriteOrABrowser_AreMarked() => Unmarked(TestClasses).ShouldBeEmpty();

    [Fact]
    public void Unmarked_FixtureWithoutItsMark_IsFound() =>
        Unmarked([typeof(Careless)]).ShouldBe([$"{nameof(Careless)} takes {nameof(AzuriteFixture)} and lacks [UsesAzurite]"]);

    [Fact]
    public void TestClasses_MarkOfABaseClass_IsInherited() =>
        typeof(LanguageTests).GetCustomAttributes<NeedsAttribute>(inherit: true)
            .SelectMany(mark => mark.GetTraits()).Select(trait => trait.Value)
            .ShouldBe(["Azurite", "Browser"], ignoreOrder: true);

    private static IEnumerable<string> Unmarked(IEnumerable<Type> types) =>
        from type in types
        from fixture in type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
        where Marks.TryGetValue(fixture, out var mark)
            && !type.IsDefined(mark, inherit: true)
            && !type.GetMethods().Any(method => method.IsDefined(mark))
        select $"{type.Name} takes {fixture.Name} and lacks [{Marks[fixture].Name[..^nameof(Attribute).Length]}]";

    private sealed class Careless
    {
        public Careless(AzuriteFixture azurite) => ArgumentNullException.ThrowIfNull(azurite);
    }
}
