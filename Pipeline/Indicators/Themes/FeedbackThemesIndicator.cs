using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// Table <c>FeedbackThemes</c>: themes of comments, emerging terms, and a control chart of complaints per 1,000 visits, by calendar
/// quarter.
/// </summary>
internal sealed class FeedbackThemesIndicator : IFactIndicator
{
    public PlacedTable Table => FeedbackThemesRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var study = new ThemeStudy(scope);
        return new FactTally(study.Rows)
        {
            Feedback = new(DateOnly.MinValue, study.Add) { Everywhere = true },
            Usage = new(study.First, study.Add),
            Train = study.Train,
            Scratch = study,
        };
    }
}
