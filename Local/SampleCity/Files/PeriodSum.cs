using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Sums the days of a series over the city's periods. Weeks and months that are not whole are left out.</summary>
internal sealed class PeriodSum(SampleCityOptions options)
{
    private PeriodFigure? _open;
    private double _minutes;

    /// <summary>Adds a day with demand.</summary>
    /// <param name="minutes">Mean minutes of the day's visits.</param>
    /// <returns>The period that the day completes by being later; the day itself where periods are days.</returns>
    public IEnumerable<PeriodFigure> Add(in SeriesDay day, double minutes)
    {
        if (options.Frequency == Frequency.Daily) return [new PeriodFigure(day.Date, day.Served, day.Unmet, minutes)];
        var first = options.Frequency.FirstDay(day.Date);
        PeriodFigure[] done = _open is { } before && before.Date != first ? [.. Rest()] : [];
        var open = _open ?? new PeriodFigure(first, 0, 0, 0);
        _minutes += minutes * day.Wanted;
        _open = open with { Served = open.Served + day.Served, Unmet = open.Unmet + day.Unmet };
        return done;
    }

    /// <summary>The period that is not complete yet; none where it is not whole.</summary>
    public IEnumerable<PeriodFigure> Rest()
    {
        if (_open is not { } open) return [];
        var mean = _minutes / (open.Served + open.Unmet);
        (_open, _minutes) = (null, 0);
        return open.Date < options.Start || options.Frequency.LastDay(open.Date) > options.End ? [] : [open with { Minutes = mean }];
    }
}

/// <summary>Figures of a period.</summary>
/// <param name="Date">First day.</param>
/// <param name="Minutes">Mean minutes of a response.</param>
internal readonly record struct PeriodFigure(DateOnly Date, int Served, int Unmet, double Minutes);
