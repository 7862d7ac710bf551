using System.Globalization;
using CommunityDemand.Benchmarks.Measures;

namespace CommunityDemand.Benchmarks.Peers;

/// <summary>What <c>peers.R</c> says of a fit.</summary>
/// <param name="Forecast">Values under 0 are set to 0, as nothing here can be negative: what a user of the method would do.</param>
/// <param name="IsFallback">Whether the method refused the series and the seasonal naive forecast stands in.</param>
internal sealed record PeerForecast(Prediction Forecast, bool IsFallback)
{
    private const int Fields = 6;

    /// <summary>Reads the fields after the id.</summary>
    /// <returns>Null where the line is not whole.</returns>
    public static PeerForecast? Parse(ReadOnlySpan<char> text, int horizon)
    {
        var fields = text.ToString().Split('\t');
        if (fields.Length != Fields || fields[0] is not ("fitted" or "fallback")) return null;
        var rows = fields.Skip(1).Select(Row).ToArray();
        return rows.Any(row => row.Length != horizon || row.Any(double.IsNaN))
            ? null
            : new PeerForecast(new Prediction(rows[0], rows[1..]), fields[0] == "fallback");
    }

    private static double[] Row(string field) =>
        [.. field.Split(';').Select(value =>
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Math.Max(0, number) : double.NaN)];
}
