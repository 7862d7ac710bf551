using CommunityDemand.Models;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Engine;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Models.Boosting;

public sealed class LightGbmLibraryTests
{
    [Fact]
    public void Loads_WhereTheTestsRun_SoThatTheyTryTheBoostedModel() => LightGbmLibrary.Loads().ShouldBeTrue();

    [Fact]
    public void Run_LibraryMissing_ForecastsWithoutItAndSaysWhatToInstall()
    {
        var engine = new ForecastEngine(new EngineOptions(), boosts: () => false);

        var set = engine.Run(Synthetic.Monthly(60), 6, cancellationToken: TestContext.Current.CancellationToken);

        set.Nodes.ShouldAllBe(node => node.Mean.All(double.IsFinite));
        set.Nodes.ShouldAllBe(node => !GlobalModels.MemberNames.Contains(node.Model));
        engine.Warnings.ShouldHaveSingleItem().Text().ShouldContain("libgomp1");
    }

    [Fact]
    public void Warnings_BoostingNotWanted_AreEmpty() =>
        new ForecastEngine(new EngineOptions { Boosting = false }, boosts: () => false).Warnings.ShouldBeEmpty();
}
