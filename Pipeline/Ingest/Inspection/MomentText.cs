using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Dates of series: days and times of day as uploads have them, and the names of weeks, months, quarters and years.</summary>
internal static class MomentText
{
    private const int FirstYear = 1700;
    private const int LastYear = 2300;

    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月"];
    private static readonly string[] Years = ["yyyy", "yyyy年"];

    /// <param name="text">A trimmed text.</param>
    /// <param name="frequency">Periods of the series.</param>
    public static CellOutcome Read(ReadOnlySpan<char> text, DayOrder order, Frequency frequency, out DateTime moment)
    {
        if (NullWords.Contains(text)) return Nothing(CellOutcome.Empty, out moment);
        var reading = DayParser.ReadMoment(text, order, out moment, out _);
        return reading switch
        {
            DayReading.Doubtful => CellOutcome.Doubtful,
            DayReading.Day => Checked(moment),
            DayReading.Period => ReadPeriod(text, frequency, out moment),
            _ => CellOutcome.None,
        };
    }

    private static CellOutcome ReadPeriod(ReadOnlySpan<char> text, Frequency frequency, out DateTime moment)
    {
        if (TryExact(text, Years, out moment)) return Fitting(Frequency.Yearly, frequency, moment);
        if (TryExact(text, Months, out moment)) return Fitting(Frequency.Monthly, frequency, moment);
        foreach (var period in (ReadOnlySpan<Frequency>)[Frequency.Weekly, Frequency.Monthly, Frequency.Quarterly])
        {
            if (!PeriodDay.TryRead(text, period, isMinguo: false, out var day)) continue;
            moment = day.ToDateTime(TimeOnly.MinValue);
            return Fitting(period, frequency, moment);
        }

        return CellOutcome.None;
    }

    // A week is part of no month: its days may lie in two.
    private static CellOutcome Fitting(Frequency named, Frequency wanted, DateTime moment) =>
        named > wanted || (named == Frequency.Weekly && wanted != Frequency.Weekly) ? CellOutcome.TooCoarse : Checked(moment);

    private static CellOutcome Checked(DateTime moment) =>
        moment.Year is >= FirstYear and <= LastYear ? CellOutcome.Value : CellOutcome.None;

    private static bool TryExact(ReadOnlySpan<char> text, string[] formats, out DateTime moment) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out moment);

    private static CellOutcome Nothing(CellOutcome reading, out DateTime moment)
    {
        moment = default;
        return reading;
    }
}
