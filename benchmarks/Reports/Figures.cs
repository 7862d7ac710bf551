using System.Globalization;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>How figures are written: three decimals, without the zero before the point; large ones without decimals.</summary>
internal static class Figures
{
    public const string Unknown = "-";

    public static string Show(double? value)
    {
        if (value is null or double.NaN) return Unknown;
        if (Math.Abs(value.Value) >= 100) return value.Value.ToString("0", CultureInfo.InvariantCulture);
        return value.Value.ToString(".000;-.000;.000", CultureInfo.InvariantCulture);
    }

    /// <summary>A share as a signed percentage.</summary>
    public static string Percent(double? value) =>
        value is null or double.NaN ? Unknown : value.Value.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture);

    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
