using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>Something that happened to a city before the origin.</summary>
/// <param name="Name">In words.</param>
/// <param name="FromWeeks">Weeks before the origin at which it began.</param>
/// <param name="ToWeeks">Weeks before the origin at which it ended; 0: it lasts, through the horizon too.</param>
/// <param name="Factor">What demand is multiplied by meanwhile.</param>
/// <param name="Third">Which third of the series it strikes, 0 to 2; null: all.</param>
internal sealed record Break(string Name, int FromWeeks, int ToWeeks, double Factor, int? Third)
{
    private const int Thirds = 3;

    /// <summary>What the forecasters face, in pairs where one run of a forecaster serves two breaks of different thirds.</summary>
    public static IReadOnlyList<IReadOnlyList<Break>> Scenarios { get; } =
    [
        [new Break("lockdown of a quarter, ended 39 weeks ago", 52, 39, 0.1, null)],
        [new Break("lockdown of a year, ended 26 weeks ago", 78, 26, 0.1, null)],
        [new Break("level x 0.5, six weeks ago", 6, 0, 0.5, 0), new Break("level x 1.6, six weeks ago", 6, 0, 1.6, 1)],
    ];

    private bool Lasts => ToWeeks == 0;

    /// <summary>The panel with the break in it.</summary>
    public Panel In(Panel panel, int periodsAWeek)
    {
        var (from, to) = (panel.Axis.Count - (FromWeeks * periodsAWeek), panel.Axis.Count - (ToWeeks * periodsAWeek));
        return panel.WithValues((series, t, value) => Strikes(series) && t >= from && t < to ? Factor * value : value);
    }

    /// <summary>
    /// The bottom series that it strikes, and what comes of them: where it lasts, actuals and the scale of errors change with the level.
    /// </summary>
    public Trial Of(Trial trial)
    {
        var struck = Enumerable.Range(0, trial.Known.Keys.Count)
            .Where(Strikes)
            .Select(series => new Node(Level.Bottom, trial.Known.Keys[series]))
            .ToHashSet();
        var judged = trial.Judging(struck.Contains);
        return !Lasts ? judged : judged with { Outcomes = judged.Outcomes.ToDictionary(one => one.Key, one => Scaled(one.Value)) };
    }

    private bool Strikes(int series) => Third is null || series % Thirds == Third;

    private Outcome Scaled(Outcome outcome) =>
        new([.. outcome.Actual.Select(value => Factor * value)], Factor * outcome.Scale, Factor * outcome.RootScale);
}
