using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Improvements;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Improvements;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>
/// Answers, complaints and visits of a sample city without its files: the same communities, measures, survey model and complaint rate, with
/// visits by the week instead of the day, so that hundreds of cities can be asked whether intervals hold the truth.
/// </summary>
internal sealed class SurveyedCity
{
    private const int DaysAWeek = 7;
    private const int AnswersAMonth = 20;
    private const double ShareUnanswered = 0.1;
    private const double ComplaintsPerThousandVisits = 1.5;
    private const double VisitNoise = 0.15;
    private const double MinutesNoise = 0.2;

    private readonly SampleCityOptions _options;
    private readonly Disturbance _disturbance;
    private readonly List<(ImprovementFact Fact, Improvement Truth)> _measures = [];
    private readonly List<(SampleCommunity Community, Improvement? Measure, SampleSeries[] Series)> _communities = [];

    public SurveyedCity(SampleCityOptions options, Disturbance disturbance)
    {
        (_options, _disturbance) = (options, disturbance);
        ServiceProfile[] services = [.. ServiceProfiles.All.Take(options.Services)];
        for (var index = 0; index < options.Communities; index++)
        {
            var community = new SampleCommunity(options, index);
            var measure = Improvement.Of(options, community, services);
            if (measure is not null)
                _measures.Add((new ImprovementFact(community.Code, measure.Start, measure.Measure, measure.Service, null, null), measure));
            _communities.Add((community, disturbance.MeasuresWork
                ? measure
                : null, [.. services.Select(profile => new SampleSeries(options, community, profile))]));
        }
    }

    /// <summary>What the estimator makes of each measure, with the truth.</summary>
    public IReadOnlyList<JudgedMeasure> Judge()
    {
        var book = new MeasureBook(_measures.Select(measure => measure.Fact), ComparisonSteps.Weeks);
        var weeks = new WeeklyOutcomes(book.Services, book.Steps);
        var (calendar, districts) = (
            new CityCalendar(HolidayRules.China, SampleCalendar.Entries(_options)), new Dictionary<int, DistrictDays>());
        foreach (var (community, measure, series) in _communities)
        {
            foreach (var fact in Answers(community, measure, series)) weeks.Add(fact);
            if (!_disturbance.ByDay)
            {
                foreach (var one in series) AddVisits(weeks, one, measure);
                continue;
            }

            if (!districts.TryGetValue(community.District, out var days))
                districts.Add(community.District, days = new DistrictDays(_options, calendar, community.District));
            foreach (var one in series) AddDays(weeks, one, measure, days);
        }

        var scope = new IndicatorScope(
            _options.End, new AreaTree(_communities.Select(one => one.Community.Row)), ServiceCatalogue.BuiltIn, KeyedFacts.None);
        return [.. _measures.SelectMany(measure => new MeasureStudy(measure.Fact, book, weeks, scope).Findings()
            .Select(finding => new JudgedMeasure(measure.Fact, measure.Truth, finding)))];
    }

    private IEnumerable<FeedbackFact> Answers(SampleCommunity community, Improvement? measure, SampleSeries[] series)
    {
        var model = new SurveyModel(_options, community, measure);
        var random = new RandomStream(_options.Seed, "coverage of answers", community.Code);
        var (shift, from) = (_disturbance.Likert * random.Normal(), Disturbed(random));
        for (var month = _options.Start; month <= _options.End; month = month.AddMonths(1))
        {
            var days = month.AddMonths(1).DayNumber - month.DayNumber;
            for (var i = 0; i < AnswersAMonth; i++)
            {
                var date = month.AddDays(random.Below(days));
                var offered = series.Where(one => one.First <= date).ToArray();
                if (!community.Row.ExistsOn(date) || offered.Length == 0) continue;
                var service = random.Pick(offered).Profile.Code;
                var (source, _, effect) = Source(random);
                var leniency = random.Between(-1, 1);
                var scores = Dimension.All
                    .Select((dimension, place) => (
                        Score: SurveyModel.Answer(
                            random, model.Mean(dimension, service, effect + (date >= from ? shift : 0), date), leniency),
                        Given: place < 3 || !random.Chance(ShareUnanswered)))
                    .Select(answer => answer.Given ? answer.Score : (int?)null)
                    .ToArray();
                yield return new FeedbackFact(
                    community.Code, date, service, source, null, null, scores[0], scores[1], scores[2], scores[3], scores[4], false, null,
                    null);
            }
        }
    }

    private void AddVisits(WeeklyOutcomes weeks, SampleSeries series, Improvement? measure)
    {
        var (community, service) = (series.Community, series.Profile.Code);
        var random = new RandomStream(_options.Seed, "coverage of complaints", community.Code, service);
        var minutes = new RandomStream(_options.Seed, "coverage of minutes", community.Code, service);
        // One change of the complaint rate a community, whatever the service.
        var own = new RandomStream(_options.Seed, "coverage of rates", community.Code);
        var (shift, from) = (Math.Exp(_disturbance.LogRate * own.Normal()), Disturbed(own));
        for (var day = _options.Start; day <= _options.End; day = day.AddDays(DaysAWeek))
        {
            if (day < series.First || !community.Row.ExistsOn(day)) continue;
            var visits = Math.Round(DaysAWeek * series.BaseLevel(day) * random.LogNormal(VisitNoise));
            weeks.Add(
                new UsageFact(community.Code, service, day, null, visits, 0, null, Responses(minutes, series, measure, day, DaysAWeek)));
            var factor = (measure is not null && day >= measure.Start && measure.Covers(service)
                ? measure.ComplaintFactor
                : 1) * (day >= from ? shift : 1);
            for (var left = random.Poisson(ComplaintsPerThousandVisits * factor * visits / 1000); left > 0; left--)
                weeks.Add(
                    new FeedbackFact(community.Code, day, service, "resident", null, null, null, null, null, null, null, true, null, null));
        }
    }

    // As the sample city's files have it: drawn by day from the demand, the weather and the capacity of each.
    private void AddDays(WeeklyOutcomes weeks, SampleSeries series, Improvement? measure, DistrictDays days)
    {
        var (community, service) = (series.Community.Code, series.Profile.Code);
        var drawn = new SeriesDay[days.Count];
        SeriesSimulation.Run(_options, series, days, drawn);
        var random = new RandomStream(_options.Seed, "complaints", community, service);
        var minutes = new RandomStream(_options.Seed, "minutes", community, service);
        foreach (ref readonly var day in drawn.AsSpan())
        {
            if (day.Date > _options.End) break;
            if (day.Served == 0) continue;
            weeks.Add(new UsageFact(
                community, service, day.Date, null, day.Served, day.Unmet, null, Responses(minutes, series, measure, day.Date, 1)));
            var factor = measure is not null && day.Date >= measure.Start && measure.Covers(service) ? measure.ComplaintFactor : 1;
            for (var left = random.Poisson(ComplaintsPerThousandVisits * factor * day.Served / 1000); left > 0; left--)
                weeks.Add(
                    new FeedbackFact(community, day.Date, service, "resident", null, null, null, null, null, null, null, true, null, null));
        }
    }

    // A mean of the day's responses, as usage files have it. Counts by bin are not looked at.
    private static ResponseTimes Responses(RandomStream random, SampleSeries series, Improvement? measure, DateOnly day, int days)
    {
        var factor = measure is not null && day >= measure.Start && measure.Covers(series.Profile.Code) ? measure.MinutesFactor : 1;
        var sum = 0.0;
        for (var i = 0; i < days; i++) sum += series.Profile.Minutes * factor * random.LogNormal(MinutesNoise);
        return new ResponseTimes(sum, [days]);
    }

    // Around the middle, where measures start too.
    private DateOnly Disturbed(RandomStream random) =>
        _options.Start.AddDays((int)((_options.End.DayNumber - _options.Start.DayNumber) * random.Between(0.45, 0.55)));

    private static (string Source, double Share, double Effect) Source(RandomStream random)
    {
        var left = random.Uniform();
        foreach (var source in SurveyModel.Sources)
        {
            left -= source.Share;
            if (left < 0) return source;
        }

        return SurveyModel.Sources[^1];
    }
}

/// <summary>What sets a city apart from the sample city.</summary>
/// <param name="MeasuresWork">Whether measures do what the truth says; else nothing.</param>
/// <param name="Likert">Standard deviation, in Likert points, of a change that each community makes once for itself; the sample city has
/// none.</param>
/// <param name="LogRate">The same of the complaint rate's logarithm.</param>
/// <param name="ByDay">Whether visits are the sample city's own, day by day, which takes five times as long; not with
/// <paramref name="LogRate"/>.</param>
internal sealed record Disturbance(bool MeasuresWork = true, double Likert = 0, double LogRate = 0, bool ByDay = false);
