using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Sums behind a seasonal index, additive over series: for each phase the sum of the values, and the sum of the levels of their seasons.
/// The index of a phase is the quotient. The sums are kept by fold of seasons, so that an index can be tested on seasons that it was not
/// learned from.
/// </summary>
internal sealed class SeasonalSums(int season)
{
    /// <summary>Number of folds; a season belongs to the fold of its distance from the origin.</summary>
    public const int Folds = 4;

    /// <summary>Minimum of an index: members divide by the index.</summary>
    public const double Floor = 0.02;

    /// <summary>
    /// Minimum sum of levels from which a phase without demand counts as shut. A phase with an index of <see cref="Floor"/> would then
    /// have three visits on average, and none in 5 of 100 cases.
    /// </summary>
    private const double Telling = 3 / Floor;

    /// <summary>Sums of the values, fold x phase.</summary>
    private readonly double[] _values = new double[Folds * season];

    /// <summary>Sums of the levels, fold x phase.</summary>
    private readonly double[] _levels = new double[Folds * season];

    /// <summary>Amount of known data: the sum of the levels over all phases.</summary>
    public double Mass => _levels.Sum();

    /// <summary>Sums of a node, from the last seasons before the origin.</summary>
    public static SeasonalSums Of(NodePanel nodes, PlainValues plain)
    {
        var sums = new SeasonalSums(nodes.Season);
        for (var block = 0; block < plain.Levels.Count; block++)
        {
            // A season that is half unknown is left out.
            if (!plain.Levels.IsKnown(block)) continue;
            var start = BlockLevels.StartOf(plain.Values.Length, block, nodes.Season);
            for (var j = 0; j < nodes.Season; j++)
            {
                var value = plain.Values[start + j];
                if (double.IsNaN(value)) continue;
                var at = (block % Folds * nodes.Season) + nodes.PhaseAt(plain.First + start + j);
                sums._values[at] += value;
                sums._levels[at] += plain.Levels.At(block, j);
            }
        }

        return sums;
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<double>(_values);
        writer.WriteArray<double>(_levels);
    }

    public static SeasonalSums Read(BinaryReader reader)
    {
        var (values, levels) = (reader.ReadArray<double>(), reader.ReadArray<double>());
        var sums = new SeasonalSums(values.Length / Folds);
        values.CopyTo(sums._values, 0);
        levels.CopyTo(sums._levels, 0);
        return sums;
    }

    public void Add(SeasonalSums other)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] += other._values[i];
            _levels[i] += other._levels[i];
        }
    }

    /// <summary>Writes the index of each phase, with mean 1 and a minimum; all 1 where no value is known.</summary>
    /// <param name="without">Sums to subtract first: those of a series itself, from those of its group.</param>
    /// <param name="leave">Fold to leave out; -1 for none.</param>
    /// <returns>Whether any value was known.</returns>
    public bool Index(Span<double> index, SeasonalSums? without = null, int leave = -1)
    {
        var total = 0.0;
        var least = Mass * 1e-9;
        for (var j = 0; j < season; j++)
        {
            var level = Sum(_levels, j, leave) - (without is null ? 0 : Sum(without._levels, j, leave));
            var value = Sum(_values, j, leave) - (without is null ? 0 : Sum(without._values, j, leave));
            if (level <= least)
            {
                index.Fill(1);
                return false;
            }

            index[j] = Math.Max(0, value / level);
            total += index[j];
        }

        if (total <= 0)
        {
            index.Fill(1);
            return false;
        }

        for (var j = 0; j < season; j++) index[j] = Math.Max(Floor, index[j] * season / total);
        return true;
    }

    /// <summary>Whether a phase had no demand although it would have had some if it were open: for example Sundays of a counter.</summary>
    public bool IsShut(int phase) => IsEmpty(phase) && Sum(_levels, phase, -1) >= Telling;

    /// <summary>Whether a phase had no demand.</summary>
    public bool IsEmpty(int phase) => Sum(_values, phase, -1) == 0;

    private double Sum(double[] sums, int phase, int leave)
    {
        var sum = 0.0;
        for (var fold = 0; fold < Folds; fold++)
        {
            if (fold != leave) sum += sums[(fold * season) + phase];
        }

        return sum;
    }
}
