using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Complaint rates of the latest quarter that chance does not explain, and emerging terms in the city.</summary>
internal static class FeedbackFindings
{
    private const int MostRates = 3;
    private const int MostTerms = 8;
    private const string Separator = "; ";

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<FeedbackThemesRow> rows, DateOnly origin, string city, RowNames names)
    {
        FeedbackThemesRow[] whole =
        [
            .. rows.Where(row => row.Theme == ServiceScope.All.Code && row.Period <= origin && origin <= row.PeriodEnd
                && (row.Level == AreaLevel.City || (row.Level == AreaLevel.District && row.Scope == ServiceScope.All))),
        ];
        FeedbackThemesRow[] above =
        [
            .. whole.Where(row => row.OutOfControl == true && row.ComplaintRate > row.UpperLimit)
            .OrderByDescending(row => row.ComplaintRate / row.UpperLimit),
        ];
        foreach (var row in above.Take(MostRates))
        {
            var text = AttentionMessages.Complaints(
                names.Of(row.Level, row.Area).Name, names.Of(row.Scope), row.Period, row.ComplaintRate!.Value, row.UpperLimit!.Value,
                row.CentreLine!.Value);
            yield return Finding.At(row, Severity.Act, text) with
            {
                Value = row.ComplaintRate,
                Reference = row.UpperLimit,
                Since = row.Period,
                Until = row.PeriodEnd
            };
        }

        if (above.Length > MostRates)
            yield return Finding.Of(city, Severity.Watch, AttentionMessages.MoreComplaints(above.Length - MostRates)) with
            {
                Count = above.Length - MostRates
            };
        var terms = whole.FirstOrDefault(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All)?.EmergingTerms;
        if (string.IsNullOrEmpty(terms)) yield break;
        var named = terms.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
        yield return Finding.Of(city, Severity.Watch, AttentionMessages.EmergingTerms([.. named.Take(MostTerms)])) with
        {
            Count = named.Length
        };
    }
}
