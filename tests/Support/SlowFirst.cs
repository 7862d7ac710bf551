using CommunityDemand.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SlowFirst))]

namespace CommunityDemand.Tests.Support;

/// <summary>Slow classes start first, so that none of them is alone on the machine when all others are done.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(IsSlow).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    // A class without a collection of its own is one named after the class.
    private static bool IsSlow<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection =>
        typeof(SlowFirst).Assembly.GetTypes()
            .Any(type => type.IsDefined(typeof(SlowAttribute), inherit: false)
                && collection.TestCollectionDisplayName.Contains(type.FullName!, StringComparison.Ordinal));
}
