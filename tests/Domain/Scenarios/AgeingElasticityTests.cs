using CommunityDemand.Domain.Scenarios;

namespace CommunityDemand.Tests.Domain.Scenarios;

public sealed class AgeingElasticityTests
{
    // The textbook's points of LinearTrendTests: slope .6, error .28284; Student's 97.5% quantile with 3 degrees of freedom is 3.18245.
    [Fact]
    public void Local_FivePoints_HasStudentsInterval()
    {
        var local = AgeingElasticity.Local([(1, 2), (2, 4), (3, 5), (4, 4), (5, 5)])!.Value;

        local.Log.ShouldBe(0.6, 1e-12);
        local.LogLower.ShouldBe(0.6 - (3.18245 * 0.28284), 1e-4);
        local.LogUpper.ShouldBe(0.6 + (3.18245 * 0.28284), 1e-4);
        local.Points.ShouldBe(5);
    }

    [Fact]
    public void Local_TwoCommunities_IsNull() => AgeingElasticity.Local([(1, 2), (2, 4)]).ShouldBeNull();

    // Precisions 100 and 25: the mean lies four fifths of the way, the error is 1 / sqrt(125).
    [Fact]
    public void ShrunkTo_Prior_WeighsByPrecision()
    {
        var both = new AgeingElasticity(0.3, 0.1, 20).ShrunkTo(new AgeingElasticity(0.1, 0.2, 0));

        both.Log.ShouldBe(0.26, 1e-12);
        both.Error.ShouldBe(1 / Math.Sqrt(125), 1e-12);
    }

    [Fact]
    public void ShrunkTo_NearlyUnknown_IsThePrior() =>
        new AgeingElasticity(5, 1e6, 3).ShrunkTo(AgeingElasticity.Handbook).Log.ShouldBe(AgeingElasticity.Handbook.Log, 1e-6);
}
