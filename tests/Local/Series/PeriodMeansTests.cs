using CommunityDemand.Local.Series;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Local.Series;

public sealed class PeriodMeansTests
{
    [Fact]
    public void Steps_ValuesOfPeriods_ChangeWhereTheMeanChangesAndEndWithTheRows()
    {
        var means = new PeriodMeans();
        foreach (var (period, value) in new[] { (12, 2.0), (10, 1.0), (10, 3.0), (11, 2.0), (14, 5.0) }) means.Add(period, value);

        means.Steps(first: 10).ShouldBe([
            new FeatureStep(0, 2), new FeatureStep(3, float.NaN), new FeatureStep(4, 5), new FeatureStep(5, float.NaN)]);
    }
}
