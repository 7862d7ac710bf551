using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>
/// Check of whether the data of a night are complete enough to learn from. A false alarm costs little: the champion, a few nights older,
/// forecasts from the same data.
/// </summary>
internal sealed class PanelHealth(IOptions<RunOptions> options)
{
    private const int UsualSeasons = 8;

    // With fewer days of a week, for example in a week of holidays, usual demand is unknown.
    private const int FewestDays = 3;

    private readonly RunOptions _options = options.Value;

    /// <summary>Problems found; empty if none.</summary>
    /// <param name="champion">Training data of the champion; null where unknown.</param>
    public IReadOnlyList<Message> Check(CityPanel city, ModelData? champion) => [.. Problems(city, champion)];

    /// <summary>The reason why the data are too few to learn from; null where they suffice.</summary>
    public Message? TooLittle(CityPanel city) => city.Periods < _options.MinimumPeriodsOf(city.Cadence)
        ? ModelMessages.FewPeriods(city.Cadence.Frequency, city.Periods, city.Origin, _options.MinimumPeriodsOf(city.Cadence))
        : null;

    private IEnumerable<Message> Problems(CityPanel city, ModelData? champion)
    {
        if (TooLittle(city) is { } little) yield return little;
        if (champion is not null)
        {
            var series = city.Panel.Keys.Count;
            if (series < _options.LeastDataShare * champion.Series)
                yield return ModelMessages.FewSeries(series, champion.Series, _options.LeastDataShare);
            var usual = Math.Min(champion.Days, city.Cadence.PeriodsIn(_options.HistoryDaysOf(city.Cadence)));
            if (city.Periods < _options.LeastDataShare * usual)
                yield return ModelMessages.FewerPeriods(city.Cadence.Frequency, city.Periods, usual, _options.LeastDataShare);
        }

        if (VolumeShare(city.Panel, city.Cadence) is { } share
            && (share < _options.LeastVolumeShare || share * _options.LeastVolumeShare > 1))
            yield return ModelMessages.Volume(city.Cadence.Frequency, city.Origin, share, _options.LeastVolumeShare);
    }

    /// <summary>
    /// Demand of the last seven days, divided by the mean demand of the same series on the same weekdays of the eight weeks before; of the
    /// last week, by that of the eight weeks before; of the last month, by that of the same month of the years before. An unknown period
    /// counts as zero, so missing reports from most of the city look like a collapse. Public holidays do not count.
    /// </summary>
    /// <returns>Null where there is no usual demand.</returns>
    private static double? VolumeShare(Panel panel, Cadence cadence)
    {
        var (periods, recent) = (panel.Axis.Count, cadence.RecentPeriods);
        var back = cadence.Frequency == Frequency.Weekly ? 1 : cadence.Season;
        int[] days = [.. Enumerable.Range(periods - recent, recent).Where(day => day >= back && !IsHoliday(panel, day))];
        if (days.Length < Math.Min(FewestDays, recent)) return null;
        var (came, usual) = (0.0, 0.0);
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            var values = panel.Values[series];
            foreach (var day in days)
            {
                if (day >= panel.ActiveTo[series]) continue;
                var (sum, known) = (0.0, 0);
                for (var past = day - back; past >= 0 && past >= day - (UsualSeasons * back); past -= back)
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
