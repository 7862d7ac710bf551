using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>An indicator that facts alone tell. It is computed while a run is planned, since a run vouches for the facts of that moment.</summary>
internal interface IFactIndicator
{
    /// <summary>Where its rows go; several indicators may share a table if their keys differ.</summary>
    PlacedTable Table { get; }

    /// <summary>
    /// Takes what it needs of the small datasets, and says which facts of the large ones it counts: a night streams usage and feedback
    /// once, past all who count them.
    /// </summary>
    FactTally Begin(IndicatorScope scope);
}
