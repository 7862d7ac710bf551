using CommunityDemand.Domain.Improvements;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Improvements;

/// <summary>
/// Answers, complaints and visits by community and week, for all services together and for services with a measure; response minutes for
/// every service. Memory is limited by communities x services x weeks.
/// </summary>
/// <param name="services">Services to keep separate.</param>
/// <param name="steps">Length of what is called a week here.</param>
internal sealed class WeeklyOutcomes(IReadOnlySet<string> services, ComparisonSteps steps)
{
    private const string All = "";
    private readonly Dictionary<(string Community, string Service), SortedList<int, AnswerSums>> _answers = [];
    private readonly Dictionary<(string Community, string Service), SortedList<int, EventRate>> _events = [];
    private readonly Dictionary<string, Dictionary<string, SortedList<int, (double Minutes, int Responses)>>> _responses = [];

    /// <summary>First day with an answer; null where there is none.</summary>
    public DateOnly? FirstAnswer { get; private set; }

    /// <summary>First day with a complaint; null where there is none.</summary>
    public DateOnly? FirstComplaint { get; private set; }

    /// <summary>First day with usage; null where there is none.</summary>
    public DateOnly? FirstVisit { get; private set; }

    /// <summary>First day with a response time; null where there is none.</summary>
    public DateOnly? FirstResponse { get; private set; }

    public void Add(FeedbackFact fact)
    {
        if (fact.Complaint)
        {
            FirstComplaint = Earlier(FirstComplaint, fact.Date);
            AddEvents(fact.Community, fact.Service, fact.Date, new EventRate(1, 0));
        }

        ReadOnlySpan<int?> scores = [fact.Content, fact.Efficiency, fact.Attitude, fact.Sustainability, fact.Innovation];
        if (!scores.ContainsAnyExcept((int?)null)) return;
        FirstAnswer = Earlier(FirstAnswer, fact.Date);
        AnswersOf(fact.Community, All, fact.Date).Add(scores);
        if (IsTold(fact.Service)) AnswersOf(fact.Community, fact.Service!, fact.Date).Add(scores);
    }

    public void Add(UsageFact fact)
    {
        // Nothing tells how a longer period falls into weeks.
        if (fact.Period > steps.Frequency) return;
        FirstVisit = Earlier(FirstVisit, fact.Date);
        AddEvents(fact.Community, fact.Service, fact.Date, new EventRate(0, fact.Visits));
        if (fact.Responses is not { } responses) return;
        FirstResponse = Earlier(FirstResponse, fact.Date);
        if (!_responses.TryGetValue(fact.Community, out var services)) _responses.Add(fact.Community, services = []);
        if (!services.TryGetValue(fact.Service, out var weeks)) services.Add(fact.Service, weeks = []);
        var (minutes, count) = weeks.GetValueOrDefault(steps.IndexOf(fact.Date));
        weeks[steps.IndexOf(fact.Date)] = (minutes + responses.Sum, count + responses.Count);
    }

    /// <summary>Answers of a community before and after.</summary>
    /// <param name="service">Service with a measure; null for all services.</param>
    public (AnswerSums Before, AnswerSums After) Answers(string community, string? service, ComparisonWindow window)
    {
        var (before, after) = (new AnswerSums(), new AnswerSums());
        foreach (var (week, cell) in Cells(_answers, community, service))
        {
            if (window.IsBefore(week) is { } isBefore) (isBefore ? before : after).Add(cell);
        }

        return (before, after);
    }

    /// <summary>Complaints of a community among visits, before and after.</summary>
    /// <inheritdoc cref="Answers"/>
    public (EventRate Before, EventRate After) Complaints(string community, string? service, ComparisonWindow window)
    {
        var (before, after) = (default(EventRate), default(EventRate));
        foreach (var (week, cell) in Cells(_events, community, service))
        {
            if (window.IsBefore(week) is not { } isBefore) continue;
            if (isBefore) before += cell;
            else after += cell;
        }

        return (before, after);
    }

    /// <summary>Response times of a community before and after, for each service of the measure.</summary>
    /// <inheritdoc cref="Answers"/>
    public IReadOnlyDictionary<string, (ServiceTimes Before, ServiceTimes After)> Responses(
        string community, string? service, ComparisonWindow window)
    {
        var times = new Dictionary<string, (ServiceTimes Before, ServiceTimes After)>(StringComparer.Ordinal);
        if (!_responses.TryGetValue(community, out var services)) return times;
        foreach (var (code, weeks) in services.Where(one => service is null || one.Key == service))
        {
            var (before, after) = (default(ServiceTimes), default(ServiceTimes));
            foreach (var (week, (minutes, responses)) in weeks)
            {
                if (window.IsBefore(week) is not { } isBefore) continue;
                if (isBefore) before = before.With(minutes, responses);
                else after = after.With(minutes, responses);
            }

            times.Add(code, (before, after));
        }

        return times;
    }

    private static SortedList<int, T> Cells<T>(Dictionary<(string, string), SortedList<int, T>> cells, string community, string? service) =>
        cells.TryGetValue((community, service ?? All), out var weeks) ? weeks : [];

    private static DateOnly Earlier(DateOnly? known, DateOnly day) => known is { } before && before < day ? before : day;

    private bool IsTold(string? service) => service is not null && services.Contains(service);

    private AnswerSums AnswersOf(string community, string service, DateOnly day)
    {
        var weeks = WeeksOf(_answers, community, service);
        var week = steps.IndexOf(day);
        if (!weeks.TryGetValue(week, out var cell)) weeks.Add(week, cell = new AnswerSums());
        return cell;
    }

    private void AddEvents(string community, string? service, DateOnly day, EventRate rate)
    {
        Add(WeeksOf(_events, community, All), steps.IndexOf(day), rate);
        if (IsTold(service)) Add(WeeksOf(_events, community, service!), steps.IndexOf(day), rate);
    }

    private static void Add(SortedList<int, EventRate> weeks, int week, EventRate rate) =>
        weeks[week] = weeks.GetValueOrDefault(week) + rate;

    private static SortedList<int, T> WeeksOf<T>(Dictionary<(string, string), SortedList<int, T>> cells, string community, string service)
    {
        if (!cells.TryGetValue((community, service), out var weeks)) cells.Add((community, service), weeks = []);
        return weeks;
    }
}
