using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>An indicator that rests on a run's forecasts. It is computed when these are made to add up, from what the run keeps, never from facts as they now are.</summary>
internal interface IForecastIndicator
{
    /// <inheritdoc cref="IFactIndicator.Table"/>
    PlacedTable Table { get; }

    /// <summary>All rows, any order.</summary>
    /// <param name="nodes">The run's forecasts, coherent.</param>
    Task<IReadOnlyList<PlacedRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken);
}
