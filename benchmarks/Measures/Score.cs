namespace CommunityDemand.Benchmarks.Measures;

/// <summary>A method's measures over some nodes and origins.</summary>
internal sealed record Score
{
    /// <summary>Mean over nodes and origins of the median's mean absolute scaled error, on the in-sample seasonal-naive scale.</summary>
    public required double Mase { get; init; }

    /// <summary>The same of the mean.</summary>
    public required double MaseOfMean { get; init; }

    /// <summary>Mean over nodes and origins of the mean's root mean squared scaled error, on the in-sample seasonal-naive scale.</summary>
    public required double Rmsse { get; init; }

    /// <summary>Root of the mean's mean squared error pooled over nodes, origins and periods.</summary>
    public required double Rmse { get; init; }

    /// <summary>Sum of the median's absolute errors over the sum of actuals.</summary>
    public required double Wape { get; init; }

    /// <summary>The same of the mean.</summary>
    public required double WapeOfMean { get; init; }

    /// <summary>Mean continuous ranked probability score over the mean actual; NaN for a method without quantiles.</summary>
    public required double Crps { get; init; }

    /// <summary>Sum of the means forecast over the sum of actuals, less 1.</summary>
    public required double Bias { get; init; }

    /// <summary>Over the whole horizon, then over its thirds.</summary>
    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>Share of actuals that are 0: intervals from 0 on cover these whatever their other end is.</summary>
    public required double Zeros { get; init; }

    /// <summary>Nodes x origins.</summary>
    public required int Nodes { get; init; }

    /// <summary>Nodes x origins x periods.</summary>
    public required int Periods { get; init; }
}

/// <summary>Shares of actuals inside the 80% and 95% intervals.</summary>
/// <param name="From">First period ahead, from 1.</param>
/// <param name="To">Last period ahead, included.</param>
/// <param name="Periods">Nodes x origins x periods behind it.</param>
internal sealed record Coverage(int From, int To, CoveredShare Share80, CoveredShare Share95, int Periods);
