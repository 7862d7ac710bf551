using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>An indicator that facts alone tell. It is computed while a run is planned, since a run vouches for the facts of that moment.</summary>
internal interface IFactIndicator
{
    /// <summary>Where its rows go; several indicators may share a table if their keys differ.</summary>
    PublicTable Table { get; }

    /// <summary>All rows, any order.</summary>
    Task<IReadOnlyList<IndicatorRow>> ComputeAsync(IndicatorScope scope, CancellationToken cancellationToken);
}
