namespace CommunityDemand.Models.Combination;

/// <summary>Each member's error on each node and origin, relative to the mean of all members there: 1 is average.</summary>
internal sealed class RelativeErrors
{
    /// <summary>A member that blows up is bad; how bad says nothing about the others.</summary>
    private const double Cap = 5;

    private readonly double[][][] _errors;

    public RelativeErrors(IReadOnlyList<OriginForecasts> origins)
    {
        Members = origins[0].Members.Length;
        Scales = new double[origins.Count][];
        _errors = new double[origins.Count][][];
        for (var o = 0; o < origins.Count; o++)
        {
            var nodes = origins[o].Actual.Length;
            _errors[o] = new double[nodes][];
            Scales[o] = new double[nodes];
            for (var node = 0; node < nodes; node++) (_errors[o][node], Scales[o][node]) = Compare(origins[o], node);
        }
    }

    public int Members { get; }

    public int Origins => _errors.Length;

    /// <summary>Origin x node: the mean error of the members, in the node's unit; NaN where nothing is known or all were exact.</summary>
    public double[][] Scales { get; }

    /// <summary>NaN where the member can't serve the node.</summary>
    public double this[int origin, int node, int member] => _errors[origin][node][member];

    private static (double[] Errors, double Scale) Compare(OriginForecasts origin, int node)
    {
        var errors = new double[origin.Members.Length];
        var (sum, count) = (0.0, 0);
        for (var member = 0; member < errors.Length; member++)
        {
            errors[member] = origin.Members[member][node] is { } mean ? origin.Error(node, mean) : double.NaN;
            if (double.IsNaN(errors[member])) continue;
            sum += errors[member];
            count++;
        }

        var scale = Median(errors, count);
        if (count == 0 || sum <= 0 || scale <= 0)
        {
            Array.Fill(errors, double.NaN);
            return (errors, double.NaN);
        }

        for (var member = 0; member < errors.Length; member++) errors[member] = Math.Min(Cap, errors[member] / scale);
        return (errors, scale);
    }

    private static double Median(double[] errors, int count)
    {
        if (count == 0) return 0;
        var known = errors.Where(error => !double.IsNaN(error)).Order().ToArray();
        return (known[(count - 1) / 2] + known[count / 2]) / 2;
    }
}
