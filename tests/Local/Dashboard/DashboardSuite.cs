using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>
/// Tests of pages share a city and a browser, and run when all others are done: pages are timed, and browser, server and emulator together
/// need the cores that trainings take.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
[Slow(200)]
public sealed class DashboardSuite : ICollectionFixture<PublishedCity>, ICollectionFixture<Chromium>
{
    public const string Name = "Dashboard";
}
