using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// An indicator that depends on a run's forecasts. It is computed when the forecasts are reconciled, from the files of the run, never
/// from current facts.
/// </summary>
internal interface IForecastIndicator
{
    /// <inheritdoc cref="IFactIndicator.Table"/>
    PlacedTable Table { get; }

    /// <summary>Computes all rows, in any order.</summary>
    /// <param name="nodes">Coherent forecasts of the run.</param>
    Task<IReadOnlyList<PlacedRow>> ComputeAsync(RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken);
}
