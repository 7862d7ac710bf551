using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>
/// An indicator that depends on facts only. It is computed while a run is planned, because the run's id stands for the facts of that
/// moment.
/// </summary>
internal interface IFactIndicator
{
    /// <summary>Table of its rows. Several indicators may share a table if their keys differ.</summary>
    PlacedTable Table { get; }

    /// <summary>
    /// Takes the facts of small datasets that the indicator needs, and names the facts of large datasets that it counts. A night streams
    /// usage and feedback once, for all indicators.
    /// </summary>
    FactTally Begin(IndicatorScope scope);
}
