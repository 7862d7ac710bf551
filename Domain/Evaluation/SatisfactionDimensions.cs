using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Codes and reference values of the dimensions.</summary>
public static class SatisfactionDimensions
{
    private static readonly CodeTable<SatisfactionDimension> Table = new(
        (SatisfactionDimension.Overall, ["overall"]),
        (SatisfactionDimension.Content, ["content"]),
        (SatisfactionDimension.Efficiency, ["efficiency"]),
        (SatisfactionDimension.Attitude, ["attitude"]),
        (SatisfactionDimension.Sustainability, ["sustainability"]),
        (SatisfactionDimension.Innovation, ["innovation"]));

    /// <summary>All of them, overall first.</summary>
    public static IReadOnlyList<SatisfactionDimension> All { get; } = Enum.GetValues<SatisfactionDimension>();

    /// <summary>Such as <c>efficiency</c>.</summary>
    public static string Code(this SatisfactionDimension dimension) => Table.Print(dimension);

    /// <summary>The handbook's national mean, an index on 100; null where it gives none.</summary>
    public static double? Reference(this SatisfactionDimension dimension) => dimension switch
    {
        SatisfactionDimension.Overall => 82.3,
        SatisfactionDimension.Content => 85.6,
        SatisfactionDimension.Efficiency => 78.4,
        SatisfactionDimension.Attitude => 73.2,
        _ => null,
    };
}
