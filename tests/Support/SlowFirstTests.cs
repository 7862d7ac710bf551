using CommunityDemand.Tests.Local.Dashboard;
using CommunityDemand.Tests.Models.Engine;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Support;

public sealed class SlowFirstTests
{
    [Fact]
    public void SecondsOf_Collections_AreThoseOfTheirMarks()
    {
        SlowFirst.SecondsOf($"Test collection for {typeof(CrashTests).FullName} (id: 0)").ShouldBeGreaterThan(SlowAttribute.Few);
        SlowFirst.SecondsOf($"Test collection for {typeof(EdgeCaseTests).FullName} (id: 0)").ShouldBeGreaterThan(SlowAttribute.Few);
        SlowFirst.SecondsOf(DashboardSuite.Name).ShouldBeGreaterThan(SlowAttribute.Few);
        SlowFirst.SecondsOf(nameof(MemoryTests)).ShouldBe(SlowAttribute.Few);
        SlowFirst.SecondsOf($"Test collection for {typeof(SlowFirstTests).FullName} (id: 0)").ShouldBe(0);
    }

    // A name that the order does not recognise would put its class last, in silence.
    [Fact]
    public void CollectionOfThisClass_DisplayName_HasTheClass() =>
        TestContext.Current.TestCollection!.TestCollectionDisplayName.Split(' ').ShouldContain(typeof(SlowFirstTests).FullName);
}
