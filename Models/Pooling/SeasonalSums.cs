using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Sums behind a seasonal index, additive over series: for each phase the sum of the values, and the sum of the means of their seasons.
/// The index of a phase is the quotient.
/// </summary>
internal sealed class SeasonalSums(int season)
{
    private const double Floor = 0.02;

    /// <summary>
    /// Minimum sum of means from which a phase without demand counts as shut. A phase with an index of <see cref="Floor"/> would then
    /// have three visits on average, and none in 5 of 100 cases.
    /// </summary>
    private const double Telling = 3 / Floor;

    public double[] Values { get; } = new double[season];

    public double[] Means { get; } = new double[season];

    /// <summary>Amount of known data: the sum of the means over all phases.</summary>
    public double Mass => Means.Sum();

    /// <summary>Sums of a node, from the last seasons before the origin.</summary>
    public static SeasonalSums Of(NodePanel nodes, PlainValues plain)
    {
        var sums = new SeasonalSums(nodes.Season);
        sums.AddBlocks(plain, nodes.FirstPhase);
        return sums;
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<double>(Values);
        writer.WriteArray<double>(Means);
    }

    public static SeasonalSums Read(BinaryReader reader)
    {
        var (values, means) = (reader.ReadArray<double>(), reader.ReadArray<double>());
        var sums = new SeasonalSums(values.Length);
        values.CopyTo(sums.Values, 0);
        means.CopyTo(sums.Means, 0);
        return sums;
    }

    public void Add(SeasonalSums other)
    {
        for (var j = 0; j < Values.Length; j++)
        {
            Values[j] += other.Values[j];
            Means[j] += other.Means[j];
        }
    }

    /// <summary>Adds whole seasons; a season that is half unknown is left out.</summary>
    private void AddBlocks(PlainValues plain, int firstPhase)
    {
        var season = Values.Length;
        for (var start = plain.Values.Length - season; start >= 0; start -= season)
        {
            var mean = BlockMean(plain.Values.AsSpan(start, season));
            if (double.IsNaN(mean)) continue;
            for (var j = 0; j < season; j++)
            {
                var value = plain.Values[start + j];
                if (double.IsNaN(value)) continue;
                var phase = (firstPhase + plain.First + start + j) % season;
                Values[phase] += value;
                Means[phase] += mean;
            }
        }
    }

    /// <summary>Writes the index of each phase, with mean 1 and a minimum; all 1 where no value is known.</summary>
    /// <param name="without">Sums to subtract first: those of a series itself, from those of its group.</param>
    /// <returns>Whether any value was known.</returns>
    public bool Index(Span<double> index, SeasonalSums? without = null)
    {
        var total = 0.0;
        var least = Mass * 1e-9;
        for (var j = 0; j < index.Length; j++)
        {
            var mean = Means[j] - (without?.Means[j] ?? 0);
            var value = Values[j] - (without?.Values[j] ?? 0);
            if (mean <= least)
            {
                index.Fill(1);
                return false;
            }

            index[j] = Math.Max(0, value / mean);
            total += index[j];
        }

        if (total <= 0)
        {
            index.Fill(1);
            return false;
        }

        for (var j = 0; j < index.Length; j++) index[j] = Math.Max(Floor, index[j] * index.Length / total);
        return true;
    }

    /// <summary>Whether a phase had no demand although it would have had some if it were open: for example Sundays of a counter.</summary>
    public bool IsShut(int phase) => Values[phase] == 0 && Means[phase] >= Telling;

    internal static double BlockMean(ReadOnlySpan<double> block)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in block)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            count++;
        }

        return 2 * count >= block.Length ? sum / count : double.NaN;
    }
}
