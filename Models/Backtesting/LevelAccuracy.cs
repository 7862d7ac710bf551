namespace CommunityDemand.Models.Backtesting;

/// <summary>Accuracy of the nodes of a level over a part of the horizon, with that of the seasonal naive forecast.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="FromHorizon">First period ahead, counted from 1.</param>
/// <param name="ToHorizon">Last period ahead, inclusive.</param>
/// <param name="Mase">Mean absolute scaled error, averaged over nodes and origins.</param>
/// <param name="Rmsse">Root mean squared scaled error, averaged over nodes and origins.</param>
/// <param name="Wape">Sum of absolute errors divided by the sum of actual values.</param>
/// <param name="Crps">Mean continuous ranked probability score divided by the mean actual value.</param>
/// <param name="Coverage80">Share of actual values inside the 80% interval.</param>
/// <param name="Coverage95">Share of actual values inside the 95% interval.</param>
/// <param name="NaiveMase">MASE of the seasonal naive forecast.</param>
/// <param name="NaiveRmsse">RMSSE of the seasonal naive forecast.</param>
/// <param name="NaiveWape">WAPE of the seasonal naive forecast.</param>
/// <param name="Nodes">Number of nodes compared, over all origins.</param>
/// <param name="Unscaled">
/// Number of nodes left out of MASE and RMSSE, over all origins, because their history repeats exactly or is too short.
/// </param>
public sealed record LevelAccuracy(
    string Level,
    int FromHorizon,
    int ToHorizon,
    double Mase,
    double Rmsse,
    double Wape,
    double Crps,
    double Coverage80,
    double Coverage95,
    double NaiveMase,
    double NaiveRmsse,
    double NaiveWape,
    int Nodes,
    int Unscaled);
