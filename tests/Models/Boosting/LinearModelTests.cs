using System.Text;
using CommunityDemand.Models.Boosting;

namespace CommunityDemand.Tests.Models.Boosting;

public sealed class LinearModelTests
{
    private const int Horizon = 12;

    /// <summary>A feature that never changes.</summary>
    private const float Same = 7;

    [Fact]
    public void Fit_LinearLaw_ForecastsByIt()
    {
        var model = LinearModel.Fit(Rows(3_000, seed: 1, Plane), Horizon);

        // The ridge takes 3% of each slope.
        foreach (var row in Rows(500, seed: 2, Plane)) Score(model, row.Features, row.Horizon).ShouldBe(row.IndexLabel, 0.03);
    }

    [Theory]
    [InlineData(-0.8f)]
    [InlineData(0.5f)]
    [InlineData(0.9f)]
    public void Fit_GrowthThatGoesOn_GrowsWithTheHorizon(float growth)
    {
        static float Law(float[] features, int horizon) => 1 + (0.4f * features[0] * horizon / Horizon);
        var model = LinearModel.Fit(Rows(3_000, seed: 1, Law), Horizon);
        float[] features = [growth, 0, Same];

        var share = (Score(model, features, Horizon) - Score(model, features, 1)) / (Law(features, Horizon) - Law(features, 1));

        // A feature times the horizon varies less than the feature: the ridge takes .03 / (.03 + 1/12) of it.
        share.ShouldBe(0.735, 0.02);
    }

    [Fact]
    public void Score_FeatureFarOut_CountsAsThreeDeviations()
    {
        var model = LinearModel.Fit(Rows(3_000, seed: 1, Plane), Horizon);
        var deviation = (float)Math.Sqrt(1 / 3.0);

        Score(model, [100, 0, Same], 6).ShouldBe(Score(model, [3.2f * deviation, 0, Same], 6));
        Score(model, [100, 0, Same], 6).ShouldBe(1 + (3 * 0.4 * deviation), 0.05);
    }

    [Fact]
    public void Score_LawUnderZero_IsZero() =>
        Score(LinearModel.Fit(Rows(3_000, seed: 1, (features, _) => Math.Max(0, 2 * features[0])), Horizon), [-1, 0, Same], 6).ShouldBe(0);

    [Fact]
    public void WriteAndRead_Model_ScoresTheSameBits()
    {
        var model = LinearModel.Fit(Rows(500, seed: 1, Plane), Horizon);
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) model.Write(writer);
        stream.Position = 0;

        var read = LinearModel.Read(new BinaryReader(stream));

        stream.Position.ShouldBe(stream.Length);
        foreach (var row in Rows(50, seed: 2, Plane))
            Score(read, row.Features, row.Horizon).ShouldBe(Score(model, row.Features, row.Horizon));
    }

    private static float Plane(float[] features, int horizon) => 1 + (0.4f * features[0]) - (0.2f * features[1]);

    private static double Score(LinearModel model, float[] features, int horizon) =>
        model.Score(features, (float)horizon / Horizon, new float[(2 * features.Length) + 1]);

    /// <summary>Two features uniform on -1 to 1, one that never changes.</summary>
    private static TrainingRow[] Rows(int count, int seed, Func<float[], int, float> law)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            float[] features = [(2 * random.NextSingle()) - 1, (2 * random.NextSingle()) - 1, Same];
            var horizon = random.Next(1, Horizon + 1);
            return new TrainingRow(features, horizon, 0, 0, law(features, horizon), 0.5f + random.NextSingle());
        })];
    }
}
