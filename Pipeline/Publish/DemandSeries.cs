namespace CommunityDemand.Pipeline.Publish;

/// <summary>A community's service and its forecast.</summary>
internal sealed record DemandSeries(string District, string Subdistrict, string Community, string NeedClass, string Service, ForecastDemand Demand)
{
    /// <param name="node">A bottom node.</param>
    public static DemandSeries Of(NodeRow node)
    {
        var (key, forecast) = (node.Forecast.Node.Values, node.Forecast);
        return new DemandSeries(
            key[0], key[1], key[2], key[3], key[4], new ForecastDemand(forecast.Mean, forecast.Lower95, forecast.Lower80, forecast.Upper80, forecast.Upper95));
    }

    /// <summary>The bottom nodes among a run's.</summary>
    public static IEnumerable<DemandSeries> Of(IEnumerable<NodeRow> nodes) => nodes.Where(node => node.Forecast.Node.IsBottom).Select(Of);
}
