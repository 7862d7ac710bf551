using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Models.Intervals;

/// <summary>The intervals around a coherent forecast.</summary>
internal static class IntervalMaker
{
    /// <param name="spread">Usual one-step error of the node, in the unit of the panel.</param>
    public static NodeForecast Make(
        Node node, double[] mean, double spread, IntervalTable table, string model, IReadOnlyList<Message> drivers)
    {
        var forecast = new NodeForecast(
            node, mean, new double[mean.Length], new double[mean.Length], new double[mean.Length], new double[mean.Length],
            new double[mean.Length], model, drivers);
        Span<double> quantiles = stackalloc double[IntervalTable.Levels.Length];
        for (var h = 0; h < mean.Length; h++)
        {
            table.Quantiles(node.Level, mean[h], spread, h + 1, quantiles);
            (forecast.Lower95[h], forecast.Lower80[h], forecast.Median[h]) = (quantiles[0], quantiles[1], quantiles[2]);
            (forecast.Upper80[h], forecast.Upper95[h]) = (quantiles[3], quantiles[4]);
        }

        return forecast;
    }
}
