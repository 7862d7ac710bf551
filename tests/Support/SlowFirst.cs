using System.Reflection;
using CommunityDemand.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SlowFirst))]

namespace CommunityDemand.Tests.Support;

/// <summary>Slow collections start first, the slowest before all, so that none is alone on the machine when all others are done.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    private static readonly (Type Type, int Seconds)[] Slow =
    [
        .. typeof(SlowFirst).Assembly.GetTypes()
            .Select(type => (Type: type, Seconds: SecondsOf(type)))
            .Where(slow => slow.Seconds > 0),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections
            .OrderByDescending(collection => SecondsOf(collection.TestCollectionDisplayName))
            .ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    /// <summary>About how long a collection computes; 0 for one that is not slow.</summary>
    /// <param name="collection">Its display name: its definition's, or one with the class that has no other collection.</param>
    internal static int SecondsOf(string collection) => Slow
        .Where(slow => slow.Type.GetCustomAttribute<CollectionDefinitionAttribute>() is { Name: { } name }
            ? name == collection
            : collection.Split(' ').Contains(slow.Type.FullName))
        .Select(slow => slow.Seconds).DefaultIfEmpty().Max();

    // Of the class, otherwise of those of its tests that are slow.
    private static int SecondsOf(Type type) => type.GetCustomAttribute<SlowAttribute>(inherit: false)?.Seconds
        ?? type.GetMethods().Sum(method => method.GetCustomAttribute<SlowAttribute>()?.Seconds ?? 0);
}
