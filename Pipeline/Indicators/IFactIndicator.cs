using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>An indicator that facts alone tell. It is computed while a run is planned, since a run vouches for the facts of that moment.</summary>
internal interface IFactIndicator
{
    /// <summary>Where its rows go; several indicators may share a table if their keys differ.</summary>
    PlacedTable Table { get; }

    /// <summary>
    /// Reads what it needs of the small datasets, and says which facts of the large ones it counts. Usage and feedback it does not read itself: a night streams each once, past all indicators.
    /// </summary>
    Task<FactTally> BeginAsync(IndicatorScope scope, CancellationToken cancellationToken);
}
