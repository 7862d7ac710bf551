using CommunityDemand.Models.Backtesting;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// How much of the seasonal naive forecast's error a model is left with: RMSSE over the seasonal naive's own RMSSE on the same days, as the geometric
/// mean over levels, each counted alike (levels: Makridakis, Spiliotis and Assimakopoulos 2022, section 2.3; geometric means of errors relative to
/// a benchmark: Davydenko and Fildes 2013). Under 1 is better than seasonal naive. Comparable between backtests of the same days only: what the benchmark finds hard
/// need not be hard for the model.
/// </summary>
internal static class Skill
{
    // A level without error would outweigh all others.
    private const double Least = 1e-3;

    /// <returns>Null where no level has both errors: the past is too short or repeats itself exactly.</returns>
    public static double? Of(IReadOnlyList<LevelAccuracy> accuracy, int horizon) => Mean([.. ByLevel(accuracy, horizon).Values]);

    /// <summary>Both skills over the levels that both know.</summary>
    /// <returns>Null where there is no such level.</returns>
    public static (double Ours, double Theirs, int Levels)? Compare(IReadOnlyList<LevelAccuracy> ours, IReadOnlyList<LevelAccuracy> theirs, int horizon)
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
