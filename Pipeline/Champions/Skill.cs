using CommunityDemand.Models.Backtesting;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Skill of a model: the share of the seasonal naive forecast's error that remains. It is RMSSE divided by the RMSSE of seasonal naive on
/// the same days, as a geometric mean over levels with equal weights (levels: Makridakis, Spiliotis and Assimakopoulos 2022, section 2.3;
/// geometric means of errors relative to a benchmark: Davydenko and Fildes 2013). A value below 1 is better than seasonal naive. Skills
/// are comparable between backtests of the same days only, because days that are hard for the benchmark may be easy for the model.
/// </summary>
internal static class Skill
{
    // A level without error would dominate all others.
    private const double Least = 1e-3;

    /// <returns>Null where no level has both errors, because the history is too short or repeats exactly.</returns>
    public static double? Of(IReadOnlyList<LevelAccuracy> accuracy, int horizon) => Mean([.. ByLevel(accuracy, horizon).Values]);

    /// <summary>Skills of two backtests over the levels that both have.</summary>
    /// <returns>Null where there is no common level.</returns>
    public static (double Ours, double Theirs, int Levels)? Compare(
        IReadOnlyList<LevelAccuracy> ours, IReadOnlyList<LevelAccuracy> theirs, int horizon)
    {
        var (a, b) = (ByLevel(ours, horizon), ByLevel(theirs, horizon));
        var common = a.Keys.Where(b.ContainsKey).ToArray();
        return Mean([.. common.Select(level => a[level])]) is { } us && Mean([.. common.Select(level => b[level])]) is { } them
            ? (us, them, common.Length)
            : null;
    }

    private static Dictionary<string, double> ByLevel(IReadOnlyList<LevelAccuracy> accuracy, int horizon) => accuracy
        .Where(row => row.FromHorizon == 1 && row.ToHorizon == horizon && row.NaiveRmsse > 0 && double.IsFinite(row.Rmsse))
        .ToDictionary(row => row.Level, row => Math.Max(row.Rmsse / row.NaiveRmsse, Least), StringComparer.Ordinal);

    private static double? Mean(double[] ratios) => ratios.Length == 0 ? null : Math.Exp(ratios.Average(Math.Log));
}
