using System.Numerics.Tensors;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// A single ridge regression over all nodes and the whole horizon (a pooled regression: Montero-Manso and Hyndman 2021, section 4). Its
/// inputs are the features of the boosted model, alone and times the horizon. The target is the value divided by scale and seasonal
/// index. The regression extrapolates lasting growth, which trees cannot.
/// </summary>
internal sealed class LinearModel
{
    public const string MemberName = "linear";

    private const double Ridge = 0.03;

    /// <summary>Limit for features, in standard deviations; values beyond it count as the limit.</summary>
    private const float Most = 3;

    private readonly float[] _means;
    private readonly float[] _scales;
    private readonly float[] _coefficients;

    private LinearModel(float[] means, float[] scales, float[] coefficients) =>
        (_means, _scales, _coefficients) = (means, scales, coefficients);

    /// <summary>Number of features.</summary>
    public int Width => _means.Length;

    public static LinearModel Fit(IReadOnlyList<TrainingRow> rows, int horizon)
    {
        var width = rows[0].Features.Length;
        var (means, scales) = Standards(rows, width);
        var model = new LinearModel(means, scales, new float[(2 * width) + 1]);
        var size = (2 * width) + 1;
        var (normal, right) = (new double[size * size], new double[size]);
        var terms = new float[size];
        var wide = new double[size];
        var total = 0.0;
        foreach (var row in rows)
        {
            model.Write(row.Features, (float)row.Horizon / horizon, terms);
            TensorPrimitives.ConvertTruncating<float, double>(terms, wide);
            for (var i = 0; i < size; i++)
            {
                var weighted = row.IndexWeight * wide[i];
                right[i] += weighted * row.IndexLabel;
                TensorPrimitives.MultiplyAdd(
                    wide.AsSpan(0, i + 1), weighted, normal.AsSpan(i * size, i + 1), normal.AsSpan(i * size, i + 1));
            }

            total += row.IndexWeight;
        }

        for (var i = 0; i < size - 1; i++) normal[(i * size) + i] += Ridge * total;
        normal[^1] += 1e-9 * total;
        TensorPrimitives.ConvertTruncating<double, float>(Cholesky.Solve(normal, right, size), model._coefficients);
        return model;
    }

    /// <summary>The forecast value, divided by scale and index; 0 or more.</summary>
    /// <param name="horizon">Periods ahead, as a share of the longest horizon.</param>
    public double Score(ReadOnlySpan<float> features, float horizon, Span<float> room)
    {
        Write(features, horizon, room);
        return Math.Max(0, TensorPrimitives.Dot(room, _coefficients));
    }

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<float>(_means);
        writer.WriteArray<float>(_scales);
        writer.WriteArray<float>(_coefficients);
    }

    public static LinearModel Read(BinaryReader reader) =>
        new(reader.ReadArray<float>(), reader.ReadArray<float>(), reader.ReadArray<float>());

    private void Write(ReadOnlySpan<float> features, float horizon, Span<float> terms)
    {
        var plain = terms[..Width];
        var crossed = terms.Slice(Width, Width);
        TensorPrimitives.Subtract(features, _means, plain);
        TensorPrimitives.Multiply(plain, _scales, plain);
        TensorPrimitives.Min(plain, Most, plain);
        TensorPrimitives.Max(plain, -Most, plain);
        TensorPrimitives.Multiply(plain, horizon - 0.5f, crossed);
        terms[^1] = 1;
    }

    private static (float[] Means, float[] Scales) Standards(IReadOnlyList<TrainingRow> rows, int width)
    {
        var (sums, squares, total) = (new double[width], new double[width], 0.0);
        foreach (var row in rows)
        {
            for (var i = 0; i < width; i++)
            {
                sums[i] += row.IndexWeight * row.Features[i];
                squares[i] += row.IndexWeight * (double)row.Features[i] * row.Features[i];
            }

            total += row.IndexWeight;
        }

        var (means, scales) = (new float[width], new float[width]);
        for (var i = 0; i < width; i++)
        {
            var mean = sums[i] / total;
            var deviation = Math.Sqrt(Math.Max(0, (squares[i] / total) - (mean * mean)));
            (means[i], scales[i]) = ((float)mean, deviation > 1e-6 * (1 + Math.Abs(mean)) ? (float)(1 / deviation) : 0);
        }

        return (means, scales);
    }
}
