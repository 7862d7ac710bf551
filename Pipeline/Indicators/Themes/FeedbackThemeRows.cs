using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Themes;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>Rows of table <c>FeedbackThemes</c>: of each quarter one for all themes, and one for each theme that comments are about.</summary>
/// <param name="first">The first quarter of a tally.</param>
/// <param name="accuracy">Of the model that sorted comments; null where it can't be told.</param>
internal sealed class FeedbackThemeRows(IndicatorScope scope, CalendarQuarter first, ThemeAccuracy? accuracy, TermSamples terms)
{
    private const string AllThemes = "all";
    private const string Unclear = "unclear";
    private const int FewestComments = 5;
    private const double Visits = 1000;

    /// <summary>Quarters shown of one service in one community: all of them would be most of the table, for the least to tell.</summary>
    private const int QuartersOfACommunitysService = 2;

    /// <summary>All rows.</summary>
    public IEnumerable<IndicatorRow> Of(FeedbackTally tally) => tally.RollUp().SelectMany(sum => Rows(sum.Key.Area, sum.Key.Scope, sum.Value));

    private IEnumerable<IndicatorRow> Rows(Area area, ServiceScope services, FeedbackCell[] cells)
    {
        var periods = Array.ConvertAll(cells, cell => new UPeriod(cell.Complaints, cell.Visits / Visits));
        var chart = UChart.Draw(periods);
        var isFine = area.Level == AreaLevel.Community && services.Level == ServiceScope.ServiceLevel;
        for (var quarter = isFine ? cells.Length - QuartersOfACommunitysService : 0; quarter < cells.Length; quarter++)
        {
            var cell = cells[quarter];
            if (cell is { Visits: 0, Complaints: 0, Comments: 0 }) continue;
            yield return All(area, services, quarter, cell, chart, periods[quarter], IsTold(area, services, quarter, cells) ? terms.Emerging(area) : null);
            if (cell.Comments < FewestComments) continue;
            foreach (var theme in CommentThemes.All.Select(theme => (CommentTheme?)theme).Append(null))
            {
                if (cell.Of(theme) > 0) yield return OfTheme(area, services, theme, quarter, cells, IsTold(area, services, quarter, cells) ? terms.Emerging(area, theme) : null);
            }
        }
    }

    /// <summary>Whether a row tells what is new.</summary>
    private static bool IsTold(Area area, ServiceScope services, int quarter, FeedbackCell[] cells) =>
        quarter == cells.Length - 1 && services == ServiceScope.All && area.Level >= AreaLevel.District;

    private IndicatorRow All(Area area, ServiceScope services, int quarter, FeedbackCell cell, UChart? chart, UPeriod period, string? emerging)
    {
        var hasVisits = period.Opportunity > 0;
        var limits = hasVisits ? chart?.Limits(period) : null;
        var isSuppressed = cell.Comments < FewestComments;
        return Row(area, services, quarter, AllThemes,
        [
            isSuppressed ? (int?)null : cell.Comments, isSuppressed ? (double?)null : 1, (double?)null, isSuppressed,
            cell.Complaints, cell.Visits, hasVisits ? period.Rate : (double?)null, chart?.Centre, limits?.Lower, limits?.Upper, chart?.Spread,
            hasVisits ? chart?.IsOutOfControl(period) : null,
            emerging, accuracy?.MacroPrecision, accuracy?.MacroRecall, accuracy?.MacroF1, accuracy?.Count,
        ]);
    }

    private IndicatorRow OfTheme(Area area, ServiceScope services, CommentTheme? theme, int quarter, FeedbackCell[] cells, string? emerging)
    {
        var (cell, before) = (cells[quarter], quarter > 0 ? cells[quarter - 1] : null);
        var judged = theme is null ? null : accuracy;
        return Row(area, services, quarter, theme?.Code() ?? Unclear,
        [
            cell.Of(theme), Share(cell, theme), before is { Comments: >= FewestComments } ? Share(before, theme) : (double?)null, false,
            (int?)null, (double?)null, (double?)null, (double?)null, (double?)null, (double?)null, (double?)null, (bool?)null,
            emerging, judged?.Precision(theme!.Value), judged?.Recall(theme!.Value), judged?.F1(theme!.Value), judged?.Support(theme!.Value),
        ]);
    }

    private IndicatorRow Row(Area area, ServiceScope services, int quarter, string theme, IReadOnlyList<IndicatorValue> values)
    {
        var period = first.Plus(quarter);
        var last = period.Last < scope.Origin ? period.Last : scope.Origin;
        return new IndicatorRow(area.Level, area.Code, services, [period.ToString(), theme], [theme, period.First, last, .. values]);
    }

    private static double Share(FeedbackCell cell, CommentTheme? theme) => (double)cell.Of(theme) / cell.Comments;
}
