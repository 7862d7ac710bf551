using System.Globalization;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>How figures are written: three decimals, without the zero before the point; large ones without decimals.</summary>
internal static class Figures
{
    public const string Unknown = "-";

    public static string Show(double? value) => value switch
    {
        null or double.NaN => Unknown,
        { } v when Math.Abs(v) >= 100 => v.ToString("0", CultureInfo.InvariantCulture),
        { } v => v.ToString("#0.000", CultureInfo.InvariantCulture).Replace("0.", ".", StringComparison.Ordinal) is var text && Math.Abs(v) < 1
            ? text
            : v.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>A share as a signed percentage.</summary>
    public static string Percent(double? value) =>
        value is null or double.NaN ? Unknown : value.Value.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture);

    public static string Count(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
