namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Tests of pages share a city and a browser, and follow one another: pages are timed.</summary>
[CollectionDefinition(Name)]
public sealed class DashboardSuite : ICollectionFixture<PublishedCity>, ICollectionFixture<Chromium>
{
    public const string Name = "Dashboard";
}
