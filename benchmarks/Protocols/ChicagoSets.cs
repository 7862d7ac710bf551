using CommunityDemand.Domain.Time;

namespace CommunityDemand.Benchmarks.Protocols;

/// <summary>Chicago's requests at the frequencies that a city plans by.</summary>
internal static class ChicagoSets
{
    public const int Weeks = 8;
    public const int Days = 28;

    private const string WeeklyNote = "ets knows no season of 52 weeks, stlf takes it out first";
    private const string DailyNote = "the season is the week";

    private static readonly string[] WeeklyMethods = ["theta", "ets", "stlf", "stlf_arima"];

    // Seasonal auto.arima takes tens of seconds for a daily series of an area: hence the small sample.
    private static readonly string[] DailyMethods = ["theta", "ets", "arima", "stlf"];

    public static IReadOnlyList<IBenchmark> Rolling { get; } =
    [
        new ChicagoRolling(
            "chicago-weekly-areas", "weekly: areas", requests => requests.Areas(Frequency.Weekly), Weeks, "week", WeeklyMethods, WeeklyNote,
            sample: 77),
        new ChicagoRolling(
            "chicago-weekly-cells", "weekly: area x nature", requests => requests.Cells(Frequency.Weekly), Weeks, "week", WeeklyMethods,
            WeeklyNote, sample: 111),
        new ChicagoRolling(
            "chicago-daily-areas", "daily: areas", requests => requests.Areas(Frequency.Daily), Days, "day", DailyMethods, DailyNote,
            sample: 16),
        new ChicagoRolling(
            "chicago-daily-cells", "daily: area x nature", requests => requests.Cells(Frequency.Daily), Days, "day", DailyMethods,
            DailyNote, sample: 48),
    ];
}
