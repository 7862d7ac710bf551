using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Themes;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>Rows of table <c>FeedbackThemes</c>: one row for all themes of each quarter, and one for each theme with comments.</summary>
/// <param name="first">First quarter of a tally.</param>
/// <param name="accuracy">Accuracy of the model that classified the comments; null where unknown.</param>
internal sealed class FeedbackThemeRows(IndicatorScope scope, CalendarQuarter first, ThemeAccuracy? accuracy, TermSamples terms)
{
    private const string AllThemes = "all";
    private const string Unclear = "unclear";
    private const int FewestComments = 5;
    private const double Visits = 1000;

    /// <summary>
    /// Number of quarters for one service in one community: all quarters would make up most of the table for little information.
    /// </summary>
    private const int QuartersOfACommunitysService = 2;

    /// <summary>All rows.</summary>
    public IEnumerable<FeedbackThemesRow> Of(FeedbackTally tally) =>
        tally.RollUp().SelectMany(sum => Rows(sum.Key.Area, sum.Key.Scope, sum.Value));

    private IEnumerable<FeedbackThemesRow> Rows(Area area, ServiceScope services, FeedbackCell[] cells)
    {
        var periods = Array.ConvertAll(cells, cell => new UPeriod(cell.Complaints, cell.Visits / Visits));
        var chart = UChart.Draw(periods);
        var isFine = area.Level == AreaLevel.Community && services.Level == ServiceScope.ServiceLevel;
        for (var quarter = isFine ? cells.Length - QuartersOfACommunitysService : 0; quarter < cells.Length; quarter++)
        {
            var cell = cells[quarter];
            if (cell is { Visits: 0, Complaints: 0, Comments: 0 }) continue;
            yield return All(
                area, services, quarter, cell, chart, periods[quarter],
                IsTold(area, services, quarter, cells) ? terms.Emerging(area) : null);
            if (cell.Comments < FewestComments) continue;
            foreach (var theme in CommentThemes.All.Select(theme => (CommentTheme?)theme).Append(null))
            {
                if (cell.Of(theme) > 0)
                    yield return OfTheme(
                        area, services, theme, quarter, cells, IsTold(area, services, quarter, cells) ? terms.Emerging(area, theme) : null);
            }
        }
    }

    /// <summary>Whether a row reports emerging terms.</summary>
    private static bool IsTold(Area area, ServiceScope services, int quarter, FeedbackCell[] cells) =>
        quarter == cells.Length - 1 && services == ServiceScope.All && area.Level >= AreaLevel.District;

    private FeedbackThemesRow All(
        Area area, ServiceScope services, int quarter, FeedbackCell cell, UChart? chart, UPeriod period, string? emerging)
    {
        var hasVisits = period.Opportunity > 0;
        var limits = hasVisits ? chart?.Limits(period) : null;
        var isSuppressed = cell.Comments < FewestComments;
        return Row(area, services, quarter, AllThemes, emerging) with
        {
            Comments = isSuppressed ? null : cell.Comments,
            Share = isSuppressed ? null : 1,
            Suppressed = isSuppressed,
            Complaints = cell.Complaints,
            Visits = cell.Visits,
            ComplaintRate = hasVisits ? period.Rate : null,
            CentreLine = chart?.Centre,
            LowerLimit = limits?.Lower,
            UpperLimit = limits?.Upper,
            Dispersion = chart?.Spread,
            OutOfControl = hasVisits ? chart?.IsOutOfControl(period) : null,
            ModelPrecision = accuracy?.MacroPrecision,
            ModelRecall = accuracy?.MacroRecall,
            ModelF1 = accuracy?.MacroF1,
            HeldOut = accuracy?.Count,
        };
    }

    private FeedbackThemesRow OfTheme(
        Area area, ServiceScope services, CommentTheme? theme, int quarter, FeedbackCell[] cells, string? emerging)
    {
        var (cell, before) = (cells[quarter], quarter > 0 ? cells[quarter - 1] : null);
        var judged = theme is null ? null : accuracy;
        return Row(area, services, quarter, theme?.Code() ?? Unclear, emerging) with
        {
            Comments = cell.Of(theme),
            Share = Share(cell, theme),
            ShareBefore = before is { Comments: >= FewestComments } ? Share(before, theme) : null,
            ModelPrecision = judged?.Precision(theme!.Value),
            ModelRecall = judged?.Recall(theme!.Value),
            ModelF1 = judged?.F1(theme!.Value),
            HeldOut = judged?.Support(theme!.Value),
        };
    }

    /// <summary>A row without values.</summary>
    private FeedbackThemesRow Row(Area area, ServiceScope services, int quarter, string theme, string? emerging)
    {
        var period = first.Plus(quarter);
        return new FeedbackThemesRow
        {
            Level = area.Level,
            Area = area.Code,
            Scope = services,
            Quarter = period.ToString(),
            Theme = theme,
            Period = period.First,
            PeriodEnd = period.Last < scope.Origin ? period.Last : scope.Origin,
            EmergingTerms = emerging,
        };
    }

    private static double Share(FeedbackCell cell, CommentTheme? theme) => (double)cell.Of(theme) / cell.Comments;
}
