namespace CommunityDemand.Models.Reconciliation;

/// <summary>
/// Weighting of the nodes' own forecasts in reconciliation (Wickramasuriya, Athanasopoulos and Hyndman 2019, section 2.4).
/// </summary>
public enum ReconciliationMethod
{
    /// <summary>Aggregates are sums of the bottom forecasts; the aggregates' own forecasts are not used.</summary>
    BottomUp,

    /// <summary>Ordinary least squares: equal weights.</summary>
    Ols,

    /// <summary>Weighted by 1 / number of series in the node ("structural scaling").</summary>
    WlsStruct,

    /// <summary>Weighted by 1 / variance of the node's backtest errors.</summary>
    WlsVariance,
}
