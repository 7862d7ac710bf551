using CommunityDemand.Domain.Series;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Supply;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>A service of a community, with its forecast.</summary>
internal sealed record DemandSeries(SeriesKey Key, ForecastDemand Demand)
{
    /// <param name="node">Bottom node.</param>
    public static DemandSeries Of(NodeRow node)
    {
        var forecast = node.Forecast;
        return new DemandSeries(
            CitySchema.Key(forecast.Node.Values),
            new ForecastDemand(forecast.Mean, forecast.Lower95, forecast.Lower80, forecast.Upper80, forecast.Upper95));
    }

    /// <summary>Bottom nodes among the nodes of a run.</summary>
    public static IEnumerable<DemandSeries> Of(IEnumerable<NodeRow> nodes) => nodes.Where(node => node.Forecast.Node.IsBottom).Select(Of);
}
