using ScottPlot;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>Colours that colour-blind readers tell apart (Okabe and Ito 2008, "Color universal design").</summary>
internal static class Palette
{
    public static readonly Color Forecast = Color.FromHex("#0072B2");
    public static readonly Color Other = Color.FromHex("#D55E00");
    public static readonly Color Actual = Color.FromHex("#000000");
    public static readonly Color Past = Color.FromHex("#6B6B6B");
    public static readonly Color Rule = Color.FromHex("#9A9A9A");
    public static readonly Color Grid = Color.FromHex("#E6E6E6");
}
