namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Participation rates: the share of eligible residents who take part in a quarter. The share rises on a straight line from the
/// handbook's 58.3% (2015) in the first quarter of the data to its 67.2% (2024) in the last, plus an effect of the community that cancels
/// out over the city.
/// </summary>
internal static class ParticipationModel
{
    public const double FirstRate = 0.583;
    public const double LastRate = 0.672;
    private const double LargestCommunityEffect = 0.04;

    /// <summary>Channels, with their mode and the share of participants whose main channel each is.</summary>
    public static IReadOnlyList<(string Channel, string Mode, double Share)> Channels { get; } =
        [("neighbourhood_meeting", "offline", 0.35), ("volunteering", "offline", 0.20), ("wechat", "online", 0.30),
            ("app", "online", 0.15)];

    /// <summary>First days of the quarters in the data.</summary>
    public static IReadOnlyList<DateOnly> Quarters(SampleCityOptions options) =>
        [.. Enumerable.Range(0, 4 * options.Years).Select(i => options.Start.AddMonths(3 * i))];

    /// <summary>The true participation rate.</summary>
    /// <param name="progress">Position of the quarter: 0 for the first, 1 for the last.</param>
    public static double Rate(SampleCityOptions options, SampleCommunity community, double progress) =>
        FirstRate + ((LastRate - FirstRate) * progress)
            + SurveyModel.PairedEffect(options, "participation", community, LargestCommunityEffect);

    /// <summary>Residents who may take part: those aged 15 and over.</summary>
    public static int Eligible(SampleCommunity community, DateOnly day) =>
        (int)Math.Round(community.Residents(day) * (1 - community.Shares.Children));
}
