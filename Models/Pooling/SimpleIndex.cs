namespace CommunityDemand.Models.Pooling;

/// <summary>
/// The simpler form of a long index: with a day inside a week of hours, the same day seven times; with many phases, as in a year of weeks,
/// a moving average over neighbouring phases. A long index has few values for each phase, so a simpler form is often better.
/// </summary>
internal static class SimpleIndex
{
    private const int Day = 24, Week = 168, FewestPhases = 40;

    private static ReadOnlySpan<double> Kernel => [1, 2, 3, 2, 1];

    public static bool Exists(int season) => season == Week || season >= FewestPhases;

    public static void Write(ReadOnlySpan<double> index, Span<double> simple)
    {
        if (index.Length == Week) WriteDays(index, simple);
        else WriteAverages(index, simple);
    }

    private static void WriteDays(ReadOnlySpan<double> index, Span<double> simple)
    {
        for (var hour = 0; hour < Day; hour++)
        {
            var sum = 0.0;
            for (var j = hour; j < Week; j += Day) sum += index[j];
            for (var j = hour; j < Week; j += Day) simple[j] = sum * Day / Week;
        }
    }

    private static void WriteAverages(ReadOnlySpan<double> index, Span<double> simple)
    {
        for (var j = 0; j < index.Length; j++)
        {
            var (sum, weight) = (0.0, 0.0);
            for (var k = 0; k < Kernel.Length; k++)
            {
                sum += Kernel[k] * index[(j + k - (Kernel.Length / 2) + index.Length) % index.Length];
                weight += Kernel[k];
            }

            simple[j] = sum / weight;
        }
    }
}
