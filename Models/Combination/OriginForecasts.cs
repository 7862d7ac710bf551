namespace CommunityDemand.Models.Combination;

/// <summary>The members' forecasts of every node from one origin, and what came.</summary>
/// <param name="Origin">Periods that the members saw.</param>
/// <param name="Members">Member x node x horizon; null where a member can't serve a node.</param>
/// <param name="Actual">Node x horizon; NaN where not known, also past the end of the data.</param>
/// <param name="Scale">For each node the root mean squared seasonal-naive error before the origin; 0 or NaN where there is none.</param>
internal sealed record OriginForecasts(int Origin, double[]?[][] Members, double[][] Actual, double[] Scale)
{
    /// <summary>Root mean squared scaled error of a forecast of a node over the periods known; NaN if none is, or the node has no scale.</summary>
    public double Error(int node, ReadOnlySpan<double> mean)
    {
        var (sum, count) = (0.0, 0);
        for (var h = 0; h < mean.Length; h++)
        {
            var error = Actual[node][h] - mean[h];
            if (double.IsNaN(error)) continue;
            sum += error * error;
            count++;
        }

        return count == 0 || !(Scale[node] > 0) ? double.NaN : Math.Sqrt(sum / count) / Scale[node];
    }
}
