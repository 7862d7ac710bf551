using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Themes;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Table <c>FeedbackThemes</c>: what people write about, what they begin to write about, and complaints per 1,000 visits on a control chart, by calendar quarter. Feedback
/// is read twice, once to learn from and once to sort; neither pass holds more than samples of it.
/// </summary>
internal sealed class FeedbackThemesIndicator(IFactReader facts) : IFactIndicator
{
    /// <summary>Quarters shown, that of the origin included.</summary>
    private const int Quarters = 8;

    public PublicTable Table => PublicTable.FeedbackThemes;

    public async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(IndicatorScope scope, CancellationToken cancellationToken)
    {
        var model = await LearnAsync(scope.Origin, cancellationToken);
        var first = CalendarQuarter.Of(scope.Origin).Plus(1 - Quarters);
        var tally = new FeedbackTally(scope, first, Quarters);
        var terms = new TermSamples(scope.Origin);
        await foreach (var fact in facts.ReadFeedbackAsync(first.First, scope.Origin, cancellationToken)) Count(fact, model, scope, tally, terms);
        // Zeros all over would say that all is well where nobody was asked.
        if (!tally.HasFeedback) return [];
        await foreach (var fact in facts.ReadUsageAsync(first.First, scope.Origin, cancellationToken)) tally.AddVisits(fact);
        return new FeedbackThemeRows(scope, first, model?.Accuracy, terms).Of(tally);
    }

    /// <summary>The model of all comments up to the origin; null where there is none.</summary>
    private async Task<ThemeModel?> LearnAsync(DateOnly origin, CancellationToken cancellationToken)
    {
        var sample = new CommentSample();
        var any = false;
        await foreach (var fact in facts.ReadFeedbackAsync(DateOnly.MinValue, origin, cancellationToken))
        {
            if (string.IsNullOrWhiteSpace(fact.Comment)) continue;
            any = true;
            sample.Add(fact.Comment, Label(fact));
        }

        return any ? ThemeTrainer.Train(sample) : null;
    }

    private static void Count(FeedbackFact fact, ThemeModel? model, IndicatorScope scope, FeedbackTally tally, TermSamples terms)
    {
        if (fact.Complaint) tally.AddComplaint(fact);
        if (model is null || string.IsNullOrWhiteSpace(fact.Comment)) return;
        var theme = Label(fact) ?? model.Predict(fact.Comment);
        tally.AddComment(fact, theme);
        foreach (var area in scope.AreasOf(fact.Community).Where(area => area.Level >= AreaLevel.District)) terms.Add(area, theme, fact);
    }

    /// <summary>What the upload itself says, if it is a theme that anyone knows.</summary>
    private static CommentTheme? Label(FeedbackFact fact) => CommentThemes.TryParse(fact.Theme, out var theme) ? theme : null;
}
