using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Themes;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Table <c>FeedbackThemes</c>: what people write about, what they begin to write about, and complaints per 1,000 visits on a control chart, by calendar quarter. Feedback
/// is read twice, for no comment can be sorted before the model has learned from all of them, and comments are too many to keep; what is kept are samples.
/// </summary>
internal sealed class FeedbackThemesIndicator(IFactReader facts) : IFactIndicator
{
    /// <summary>Quarters shown, that of the origin included.</summary>
    private const int Quarters = 8;

    public PlacedTable Table => FeedbackThemesRow.Table;

    public async Task<FactTally> BeginAsync(IndicatorScope scope, CancellationToken cancellationToken)
    {
        if (await LearnAsync(scope.Origin, cancellationToken) is not { } learned) return FactTally.None;
        var first = CalendarQuarter.Of(scope.Origin).Plus(1 - Quarters);
        var tally = new FeedbackTally(scope, first, Quarters);
        var terms = new TermSamples(scope.Origin);
        // Zeros all over would say that all is well where nobody was asked.
        return new FactTally(() => tally.HasFeedback ? new FeedbackThemeRows(scope, first, learned.Model?.Accuracy, terms).Of(tally) : [])
        {
            Feedback = new(first.First, fact => Count(fact, learned.Model, scope, tally, terms)),
            Usage = new(first.First, tally.AddVisits),
        };
    }

    /// <summary>The model of all comments up to the origin, none where there is none; null where there is no feedback at all.</summary>
    private async Task<Learned?> LearnAsync(DateOnly origin, CancellationToken cancellationToken)
    {
        var sample = new CommentSample();
        var (hasFeedback, hasComments) = (false, false);
        await foreach (var fact in facts.ReadFeedbackAsync(DateOnly.MinValue, origin, cancellationToken))
        {
            hasFeedback = true;
            if (string.IsNullOrWhiteSpace(fact.Comment)) continue;
            hasComments = true;
            sample.Add(fact.Comment, Label(fact));
        }

        return hasFeedback ? new Learned(hasComments ? ThemeTrainer.Train(sample) : null) : null;
    }

    private static void Count(FeedbackFact fact, ThemeModel? model, IndicatorScope scope, FeedbackTally tally, TermSamples terms)
    {
        if (fact.Complaint) tally.AddComplaint(fact);
        if (model is null || string.IsNullOrWhiteSpace(fact.Comment)) return;
        var theme = Label(fact) ?? model.Predict(fact.Comment);
        tally.AddComment(fact, theme);
        terms.Add(scope.AreasOf(fact.Community).Where(area => area.Level >= AreaLevel.District), theme, fact);
    }

    /// <summary>What the upload itself says, if it is a theme that anyone knows.</summary>
    private static CommentTheme? Label(FeedbackFact fact) => CommentThemes.TryParse(fact.Theme, out var theme) ? theme : null;

    private sealed record Learned(ThemeModel? Model);
}
