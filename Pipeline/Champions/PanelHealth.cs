using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Whether a night's data look whole enough to learn from. A false alarm costs little: the champion, a few nights older, forecasts from tonight's data
/// all the same.
/// </summary>
internal sealed class PanelHealth(IOptions<RunOptions> options)
{
    private const int Week = 7;
    private const int UsualWeeks = 8;

    // Of a week of holidays nobody can say what is usual.
    private const int FewestDays = 3;

    private readonly RunOptions _options = options.Value;

    /// <summary>What looks broken; empty if nothing.</summary>
    /// <param name="champion">What the champion learned from; null where nobody knows.</param>
    public IReadOnlyList<Message> Check(CityPanel city, ModelData? champion) => [.. Problems(city, champion)];

    /// <summary>What is too little to learn anything from; null where there is enough.</summary>
    public Message? TooLittle(CityPanel city) => city.Days < _options.MinimumHistoryDays
        ? ModelMessages.FewDays(city.Days, city.Origin, _options.MinimumHistoryDays)
        : null;

    private IEnumerable<Message> Problems(CityPanel city, ModelData? champion)
    {
        if (TooLittle(city) is { } little) yield return little;
        if (champion is not null)
        {
            var series = city.Panel.Keys.Count;
            if (series < _options.LeastDataShare * champion.Series)
                yield return ModelMessages.FewSeries(series, champion.Series, _options.LeastDataShare);
            var usual = Math.Min(champion.Days, _options.HistoryDays);
            if (city.Days < _options.LeastDataShare * usual)
                yield return ModelMessages.FewerDays(city.Days, usual, _options.LeastDataShare);
        }

        if (VolumeShare(city.Panel) is { } share && (share < _options.LeastVolumeShare || share * _options.LeastVolumeShare > 1))
            yield return ModelMessages.Volume(city.Origin, share, _options.LeastVolumeShare);
    }

    /// <summary>
    /// Demand of the last seven days over the same series' mean demand on the same days of the week of the eight weeks before. A day that is not known
    /// counts as none: that most of the city has not reported shows like a collapse. Public holidays don't count.
    /// </summary>
    /// <returns>Null where there is nothing usual.</returns>
    private static double? VolumeShare(Panel panel)
    {
        var periods = panel.Axis.Count;
        int[] days = [.. Enumerable.Range(periods - Week, Week).Where(day => day >= Week && !IsHoliday(panel, day))];
        if (days.Length < FewestDays) return null;
        var (came, usual) = (0.0, 0.0);
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            var values = panel.Values[series];
            foreach (var day in days)
            {
                if (day >= panel.ActiveTo[series]) continue;
                var (sum, known) = (0.0, 0);
                for (var past = day - Week; past >= 0 && past >= day - (UsualWeeks * Week); past -= Week)
                {
                    if (double.IsNaN(values[past])) continue;
                    sum += values[past];
                    known++;
                }

                if (known == 0) continue;
                came += double.IsNaN(values[day]) ? 0 : values[day];
                usual += sum / known;
            }
        }

        return usual > 0 ? came / usual : null;
    }

    private static bool IsHoliday(Panel panel, int day)
    {
        var column = panel.Calendar.Names.ToList().IndexOf(CalendarColumns.IsHoliday);
        return column >= 0 && panel.Calendar.Columns[column][day] > 0;
    }
}
