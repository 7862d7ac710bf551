using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Features of a community other than its demand, as step functions over the periods: residents, shares of groups with special needs, and
/// every four weeks (in a city that counts by month, every month) the answers of the previous 13 weeks. A step is placed at the period in
/// which the value became known, never earlier.
/// </summary>
internal sealed class CommunitySignals(HistoryWindow window)
{
    private const int Every = 28;
    private const int Window = 91;

    // Fewer answers are mostly chance, and figures on fewer than five are suppressed.
    private const int FewestAnswers = 5;

    private readonly DateOnly _first = window.First;
    private readonly int _days = window.Days;
    private readonly Dictionary<string, Sums> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PopulationFact>> _population = new(StringComparer.Ordinal);

    public void Add(FeedbackFact answer)
    {
        if (!_answers.TryGetValue(answer.Community, out var sums)) _answers.Add(answer.Community, sums = new Sums(_days));
        var day = answer.Date.DayNumber - _first.DayNumber;
        sums.Answers[day]++;
        if (answer.Complaint) sums.Complaints[day]++;
        foreach (var score in (ReadOnlySpan<int?>)[answer.Content, answer.Efficiency, answer.Attitude])
        {
            if (score is not { } points) continue;
            sums.Scores[day]++;
            sums.Points[day] += points;
        }
    }

    public void Add(PopulationFact population)
    {
        if (!_population.TryGetValue(population.Community, out var known)) _population.Add(population.Community, known = []);
        known.Add(population);
    }

    /// <summary>Features of series, given the community of each series.</summary>
    public IReadOnlyList<SeriesFeature> Features(IReadOnlyList<string> communities) =>
    [
        Feature("log_population", communities, c => People(c, p => (float)Math.Log(1 + p.Population))),
        Feature("share_60_plus", communities, c => People(c, p => (float?)(p.Age60Plus / p.Population))),
        Feature("share_15_35", communities, c => People(c, p => (float?)(p.Age15To35 / p.Population))),
        Feature("satisfaction", communities, c => Opinion(c, s => (s.Points, s.Scores), average => (average - 1) * 25)),
        Feature("complaint_share", communities, c => Opinion(c, s => (s.Complaints, s.Answers), share => share)),

        // After features with nearly the same information on elderly residents: drivers name the first of equally good features.
        Feature("share_65_plus", communities, c => People(c, p => (float?)(p.Age65Plus / p.Population))),
        Feature("share_disabled", communities, c => People(c, p => (float?)(p.Disabled / p.Population))),
        Feature("share_low_income", communities, c => People(c, p => (float?)(p.LowIncome / p.Population))),
        Feature("share_children", communities, c => People(c, p => (float?)(p.Children / p.Population))),
    ];

    private static SeriesFeature Feature(string name, IReadOnlyList<string> communities, Func<string, FeatureStep[]> steps)
    {
        var known = communities.Distinct(StringComparer.Ordinal).ToDictionary(c => c, steps, StringComparer.Ordinal);
        return new SeriesFeature(name, [.. communities.Select(c => known[c])]);
    }

    private FeatureStep[] People(string community, Func<PopulationFact, float?> value) =>
        _population.TryGetValue(community, out var known)
            ? [
                .. known.Where(p => p.Population > 0)
                    .OrderBy(p => p.Date)
                    .Select(p => (Period: window.IndexOf(p.Date), Value: value(p)))
                    .Where(s => s.Value is { } v && float.IsFinite(v))
                    .GroupBy(s => s.Period)
                    .Select(s => new FeatureStep(s.Key, s.Last().Value!.Value)),
            ]
            : [];

    private FeatureStep[] Opinion(string community, Func<Sums, (float[] Of, float[] By)> parts, Func<float, float> scale)
    {
        if (!_answers.TryGetValue(community, out var sums)) return [];
        var (of, by) = parts(sums);
        var steps = new List<FeatureStep>();
        foreach (var (day, period) in Moments())
        {
            var before = Math.Max(0, day - Window)..day;
            if (Sum(sums.Answers[before]) < FewestAnswers || Sum(by[before]) is not (> 0 and var n)) continue;
            steps.Add(new FeatureStep(period, scale(Sum(of[before]) / n)));
        }

        return [.. steps];
    }

    // When opinions become known, each as a day and the period that begins with it or contains it.
    private IEnumerable<(int Day, int Period)> Moments()
    {
        if (window.Cadence.Frequency == Frequency.Monthly)
        {
            for (var month = 1; month < window.Count; month++) yield return (window.FirstDayOf(month).DayNumber - _first.DayNumber, month);
            yield break;
        }

        for (var day = Every; day < _days; day += Every) yield return (day, window.IndexOf(_first.AddDays(day)));
    }

    private static float Sum(float[] values) => values.Sum();

    private sealed class Sums(int days)
    {
        public float[] Answers { get; } = new float[days];

        public float[] Complaints { get; } = new float[days];

        public float[] Scores { get; } = new float[days];

        public float[] Points { get; } = new float[days];
    }
}
