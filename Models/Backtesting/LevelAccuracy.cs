namespace CommunityDemand.Models.Backtesting;

/// <summary>Accuracy of a level's nodes over some of the horizon, beside the seasonal naive forecast's.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="FromHorizon">First period ahead, from 1.</param>
/// <param name="ToHorizon">Last period ahead, included.</param>
/// <param name="Mase">Mean over nodes and origins of the mean absolute scaled error.</param>
/// <param name="Rmsse">Mean over nodes and origins of the root mean squared scaled error.</param>
/// <param name="Wape">Sum of absolute errors over sum of actuals.</param>
/// <param name="Crps">Mean continuous ranked probability score over the mean actual.</param>
/// <param name="Coverage80">Share of actuals inside the 80% interval.</param>
/// <param name="Coverage95">Share of actuals inside the 95% interval.</param>
/// <param name="NaiveMase">MASE of the seasonal naive forecast.</param>
/// <param name="NaiveRmsse">RMSSE of the seasonal naive forecast.</param>
/// <param name="NaiveWape">WAPE of the seasonal naive forecast.</param>
/// <param name="Nodes">Nodes compared, over all origins.</param>
/// <param name="Unscaled">Nodes left out of MASE and RMSSE, over all origins: their past repeats itself exactly or is too short.</param>
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
