using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Themes;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Study of a night's feedback by theme. While facts are streamed, it draws the sample for the model, counts complaints and labelled
/// comments, and stores other comments. Then the model is trained and classifies the stored comments.
/// </summary>
internal sealed class ThemeStudy : IDisposable
{
    /// <summary>Number of quarters shown, including that of the origin.</summary>
    private const int Quarters = 8;

    private readonly IndicatorScope _scope;
    private readonly CalendarQuarter _first;
    private readonly FeedbackTally _tally;
    private readonly TermSamples _terms;
    private readonly CommentSample _sample = new();
    private readonly CommentSpool _unsorted = new();
    private bool _hasFeedback;
    private bool _hasComments;
    private ThemeAccuracy? _accuracy;

    public ThemeStudy(IndicatorScope scope)
    {
        (_scope, _first) = (scope, CalendarQuarter.Of(scope.Origin).Plus(1 - Quarters));
        (_tally, _terms) = (new FeedbackTally(scope, _first, Quarters), new TermSamples(scope.Origin));
    }

    /// <summary>First day that counts; the model learns from earlier comments as well.</summary>
    public DateOnly First => _first.First;

    public void Add(FeedbackFact fact)
    {
        _hasFeedback = true;
        var isCounted = fact.Date >= First && _scope.Areas.TryGet(AreaLevel.Community, fact.Community, out _);
        if (isCounted && fact.Complaint) _tally.AddComplaint(fact);
        if (string.IsNullOrWhiteSpace(fact.Comment)) return;
        _hasComments = true;
        CommentTheme? label = CommentThemes.TryParse(fact.Theme, out var theme) ? theme : null;
        _sample.Add(fact.Comment, label);
        if (!isCounted) return;
        var comment = new PlacedComment(fact.Community, fact.Service, fact.Date, fact.Comment);
        if (label is null) _unsorted.Add(comment);
        else Count(comment, label);
    }

    /// <summary>Adds visits. Feedback is streamed before usage; without any feedback, visits are ignored.</summary>
    public void Add(UsageFact fact)
    {
        if (_hasFeedback) _tally.AddVisits(fact);
    }

    /// <summary>Trains the model, and classifies comments without a label.</summary>
    public void Train(CancellationToken cancellationToken)
    {
        if (!_hasComments) return;
        var model = ThemeTrainer.Train(_sample);
        _accuracy = model.Accuracy;
        foreach (var comment in _unsorted.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count(comment, model.Predict(comment.Text));
        }
    }

    /// <summary>All rows; none without feedback, because zeros everywhere would suggest that all is well.</summary>
    public IEnumerable<PlacedRow> Rows() => _tally.HasFeedback ? new FeedbackThemeRows(_scope, _first, _accuracy, _terms).Of(_tally) : [];

    public void Dispose() => _unsorted.Dispose();

    private void Count(PlacedComment comment, CommentTheme? theme)
    {
        _tally.AddComment(comment, theme);
        _terms.Add(_scope.AreasOf(comment.Community).Where(area => area.Level >= AreaLevel.District), theme, comment);
    }
}
