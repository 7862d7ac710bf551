using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Tests of pages share a city and a browser, one test after the other, beside the tests of other classes.</summary>
[CollectionDefinition(Name)]
[Slow(200)]
public sealed class DashboardSuite : ICollectionFixture<PublishedCity>, ICollectionFixture<Chromium>
{
    public const string Name = "Dashboard";
}

/// <summary>
/// Pages that are timed run when all others are done: browser and server together need the cores that trainings take.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TimedPages : ICollectionFixture<Chromium>
{
    public const string Name = "Timed pages";
}
