using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Models.Explaining;

/// <summary>Messages on the drivers of a forecast. Effects are shares: -0.33 means a third less.</summary>
internal static class DriverMessages
{
    /// <summary>A series that began after the training's origin, forecast from comparable series.</summary>
    public static Message Peers() => new("driver.peers");

    public static Message Weekday(DayOfWeek day, double effect) => new("driver.weekday", ("day", (int)day), ("effect", effect));

    /// <param name="month">Month, 1 to 12.</param>
    public static Message Month(int month, double effect) => new("driver.month", ("month", month), ("effect", effect));

    /// <param name="quarter">Quarter, 1 to 4.</param>
    public static Message Quarter(int quarter, double effect) => new("driver.quarter", ("quarter", quarter), ("effect", effect));

    /// <param name="hour">Hour, such as <c>14:00</c>.</param>
    public static Message Hour(string hour, double effect) => new("driver.hour", ("hour", hour), ("effect", effect));

    /// <param name="phase">Period of the season, from 1.</param>
    /// <param name="season">Periods of the season.</param>
    public static Message Phase(int phase, int season, double effect) =>
        new("driver.phase", ("phase", phase), ("season", season), ("effect", effect));

    /// <param name="occasion">Name of the calendar column, without its prefix.</param>
    public static Message Occasion(string occasion, double effect) => new("driver.occasion", ("occasion", occasion), ("effect", effect));

    /// <param name="stretch">
    /// Days around the occasion: <c>day_before</c>, <c>week_before</c>, <c>two_weeks_before</c>, <c>weeks_before</c>, or the same with
    /// <c>_after</c>.
    /// </param>
    /// <param name="occasion">Name of the calendar column, without its prefix.</param>
    public static Message Around(string stretch, string occasion, double effect) =>
        new($"driver.{stretch}", ("occasion", occasion), ("effect", effect));

    public static Message TimeOfYear(double effect) => new("driver.time_of_year", ("effect", effect));

    public static Message Level(DateOnly since, double effect) => new("driver.level", ("since", since), ("effect", effect));

    /// <param name="feature">Name of the community's feature.</param>
    /// <param name="isUp">Whether the feature rose.</param>
    public static Message Feature(string feature, bool isUp, double effect) =>
        new(isUp ? "driver.feature_up" : "driver.feature_down", ("feature", feature), ("effect", effect));

    public static Message YearOnYear(double effect) => new("driver.year_on_year", ("effect", effect));

    public static Message WeekOnWeek(double effect) => new("driver.week_on_week", ("effect", effect));
}
