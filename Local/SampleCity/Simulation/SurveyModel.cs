using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Survey answers: the true mean is the mean of the dimension, plus effects of community, source and time that cancel out over the city,
/// plus the effect of an improvement. An answer is 1 + binomial(4, p). The leniency of a person changes p for all dimensions. The means
/// stay exact.
/// </summary>
internal sealed class SurveyModel(SampleCityOptions options, SampleCommunity community, Improvement? improvement)
{
    private const double Slope = 0.05;
    private const double Leniency = 0.6;
    private const double LargestCommunityEffect = 0.15;

    private readonly double _community = PairedEffect(options, "satisfaction", community, LargestCommunityEffect);

    /// <summary>Sources, with their share of answers and their effect on the mean in Likert points; the mean effect is 0.</summary>
    public static IReadOnlyList<(string Source, double Share, double Effect)> Sources { get; } =
        [("resident", 0.7, -0.18 / 7), ("staff", 0.2, 0.12), ("third_party", 0.1, -0.06)];

    /// <summary>Effect of the community, in Likert points.</summary>
    public double CommunityEffect => _community;

    /// <summary>
    /// An effect with opposite signs for each pair of communities with neighbouring numbers, so that the mean of the city does not
    /// change.
    /// </summary>
    public static double PairedEffect(SampleCityOptions options, string name, SampleCommunity community, double largest)
    {
        var size = new RandomStream(options.Seed, name, $"pair {community.Index / 2}").Between(-largest, largest);
        return community.Index % 2 == 0 ? size : -size;
    }

    /// <summary>The true mean of a dimension in one cell.</summary>
    public double Mean(Dimension dimension, string service, double sourceEffect, DateOnly day)
    {
        var time = (2.0 * (day.DayNumber - options.Start.DayNumber) / (options.End.DayNumber - options.Start.DayNumber)) - 1;
        var effect = improvement is { } measure && measure.Covers(service) ? measure.Effect(dimension, day) : 0;
        return dimension.Mean + _community + sourceEffect + (Slope * time) + effect;
    }

    /// <summary>Draws an answer.</summary>
    /// <param name="mean">True mean of the answer, between 1 and 5.</param>
    /// <param name="leniency">Leniency of the person, -1 to 1.</param>
    public static int Answer(RandomStream random, double mean, double leniency)
    {
        var p = (mean - 1) / 4;
        return 1 + random.Binomial(4, p + (Leniency * leniency * Math.Min(p, 1 - p)));
    }
}
