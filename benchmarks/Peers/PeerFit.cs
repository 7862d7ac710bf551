using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityDemand.Benchmarks.Peers;

/// <summary>One fit of a peer's method to one series.</summary>
/// <param name="Method">Name of the method in <c>peers.R</c>.</param>
/// <param name="Season">Periods in a season.</param>
/// <param name="Horizon">Periods to forecast.</param>
/// <param name="Past">Values up to the origin; NaN where not known.</param>
internal sealed record PeerFit(string Method, int Season, int Horizon, double[] Past)
{
    /// <summary>The fields that <c>peers.R</c> reads, after the id.</summary>
    public string Line { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Method}\t{Season}\t{Horizon}\t{string.Join(';', Past.Select(Field))}");

    /// <summary>The same for the same series, method and horizon alone.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Line)))[..32];

    private static string Field(double value) => double.IsNaN(value) ? "NA" : value.ToString("R", CultureInfo.InvariantCulture);
}
