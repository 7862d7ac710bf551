using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Survey answers, one file for each year and one that repeats the last month; complaints in a separate file.</summary>
internal sealed class FeedbackFiles : IAsyncDisposable
{
    private const int AnswersAMonth = 20;
    private const int ResentDays = 30;
    private const double ShareWithComment = 0.45;
    private const double ShareLabelled = 0.33;
    private const double ShareWithNumber = 0.03;
    private const double ShareUnanswered = 0.1;
    private const double ComplaintsPerThousandVisits = 1.5;

    private static readonly string[] SurveyChannels = ["wechat", "paper", "app", "interview"];
    private static readonly string[] ComplaintChannels = ["hotline_12345", "wechat", "app", "desk"];
    private static readonly FileStyle[] Styles = [FileStyle.CsvGb18030, FileStyle.CsvWithBom, FileStyle.Csv];

    private readonly SampleCityOptions _options;
    private readonly TruthFiles _truth;
    private readonly UploadTable[] _years;
    private readonly UploadTable _resent;
    private readonly UploadTable _complaints;
    private int _number;

    private FeedbackFiles(SampleCityOptions options, TruthFiles truth, UploadTable[] years, UploadTable resent, UploadTable complaints) =>
        (_options, _truth, _years, _resent, _complaints) = (options, truth, years, resent, complaints);

    public static async Task<FeedbackFiles> OpenAsync(
        SampleCityOptions options, Drop drop, TruthFiles truth, CancellationToken cancellationToken)
    {
        var years = new List<UploadTable>();
        for (var year = options.Start.Year; year <= options.End.Year; year++)
        {
            var style = Styles[Math.Min(years.Count, Styles.Length - 1)];
            years.Add(await drop.OpenAsync($"feedback/surveys-{year}", style, Layouts.Feedback, Flaws.Feedback, cancellationToken));
        }

        return new FeedbackFiles(
            options,
            truth,
            [.. years],
            await drop.OpenAsync("feedback/surveys-resent", FileStyle.Csv, Layouts.Feedback, Flaws.None, cancellationToken),
            await drop.OpenAsync("feedback/complaints", FileStyle.JsonLines, Layouts.Feedback, Flaws.Feedback, cancellationToken));
    }

    /// <summary>Writes a community's survey answers.</summary>
    public void WriteAnswers(SampleCommunity community, Improvement? improvement, IReadOnlyList<SampleSeries> series)
    {
        var model = new SurveyModel(_options, community, improvement);
        var random = new RandomStream(_options.Seed, "survey", community.Code);
        _number = 0;
        for (var month = _options.Start; month <= _options.End; month = month.AddMonths(1))
        {
            var days = Math.Min(month.AddMonths(1).DayNumber, _options.End.DayNumber + 1) - month.DayNumber;
            for (var i = 0; i < AnswersAMonth; i++)
            {
                var date = month.AddDays(random.Below(days));
                var offered = series.Where(s => s.First <= date).ToList();
                if (!community.Row.ExistsOn(date) || offered.Count == 0) continue;
                WriteAnswer(random, model, random.Pick(offered), date);
            }
        }
    }

    /// <summary>Writes the complaints about a series: Poisson, in proportion to served visits.</summary>
    public void WriteComplaints(SampleSeries series, Improvement? improvement, ReadOnlySpan<SeriesDay> days)
    {
        var (community, service) = (series.Community.Code, series.Profile.Code);
        var random = new RandomStream(_options.Seed, "complaints", community, service);
        var number = 0;
        foreach (ref readonly var day in days)
        {
            if (day.Date > _options.End) break;
            if (day.Served == 0) continue;
            var factor = improvement is { } measure && day.Date >= measure.Start && measure.Covers(service) ? measure.ComplaintFactor : 1;
            for (var left = random.Poisson(ComplaintsPerThousandVisits * factor * day.Served / 1000); left > 0; left--)
            {
                var id = $"C-{community}-{service}-{++number:0000}";
                var (comment, label) = Comment(random, random.PickPainPoint(), series, id);
                _complaints.Write(
                    community, service, day.Date, "resident", random.Pick(ComplaintChannels),
                    Groups.Draw(random, series.Profile.Service.ElderlySensitive),
                    default, default, default, default, default, 1, comment, label, id);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in _years) await table.DisposeAsync();
        await _resent.DisposeAsync();
        await _complaints.DisposeAsync();
    }

    private void WriteAnswer(RandomStream random, SurveyModel model, SampleSeries series, DateOnly date)
    {
        var (community, service) = (series.Community.Code, series.Profile.Code);
        var (source, effect) = PickSource(random);
        var leniency = random.Between(-1, 1);
        var scores = new Cell[Dimension.All.Count];
        var sum = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var score = SurveyModel.Answer(random, model.Mean(Dimension.All[i], service, effect, date), leniency);
            sum += score;
            // The last two questions are often skipped.
            scores[i] = i < 3 || !random.Chance(ShareUnanswered) ? score : default(Cell);
        }

        var id = $"F-{community}-{++_number:000000}";
        string? comment = null, label = null;
        if (random.Chance(ShareWithComment))
        {
            var theme = sum >= 4 * scores.Length ? CommentThemes.Praise : random.PickPainPoint();
            (comment, label) = Comment(random, theme, series, id);
        }

        var group = source == "resident" ? Groups.Draw(random, series.Profile.Service.ElderlySensitive) : null;
        Cell[] row = [community, service, date, source, random.Pick(SurveyChannels), group, .. scores, 0, comment, label, id];
        _years[date.Year - _options.Start.Year].Write(row);
        if (date > _options.End.AddDays(-ResentDays)) _resent.WriteDuplicate(row);
    }

    private (string Comment, string? Label) Comment(RandomStream random, CommentTheme theme, SampleSeries series, string id)
    {
        var number = random.Chance(ShareWithNumber) ? PersonalNumber.Draw(random) : null;
        var comment = CommentWriter.Write(random, theme, series.Profile.Service, number);
        _truth.WriteComment(id, theme.Code, number);
        return (comment, random.Chance(ShareLabelled) ? theme.Code : null);
    }

    private static (string Source, double Effect) PickSource(RandomStream random)
    {
        var left = random.Uniform();
        foreach (var (source, share, effect) in SurveyModel.Sources)
        {
            left -= share;
            if (left < 0) return (source, effect);
        }

        return (SurveyModel.Sources[^1].Source, SurveyModel.Sources[^1].Effect);
    }
}
