using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Evaluation;

/// <summary>Codes and reference values of the dimensions of satisfaction.</summary>
public static class SatisfactionDimensions
{
    private static readonly CodeTable<SatisfactionDimension> Table = new(
        (SatisfactionDimension.Overall, ["overall"]),
        (SatisfactionDimension.Content, ["content"]),
        (SatisfactionDimension.Efficiency, ["efficiency"]),
        (SatisfactionDimension.Attitude, ["attitude"]),
        (SatisfactionDimension.Sustainability, ["sustainability"]),
        (SatisfactionDimension.Innovation, ["innovation"]));

    /// <summary>All dimensions, overall first.</summary>
    public static IReadOnlyList<SatisfactionDimension> All { get; } = Enum.GetValues<SatisfactionDimension>();

    /// <summary>The code, such as <c>efficiency</c>.</summary>
    public static string Code(this SatisfactionDimension dimension) => Table.Print(dimension);

    /// <summary>The handbook's national mean, as an index on the scale of 100; null where the handbook gives none.</summary>
    public static double? Reference(this SatisfactionDimension dimension) => dimension switch
    {
        SatisfactionDimension.Overall => 82.3,
        SatisfactionDimension.Content => 85.6,
        SatisfactionDimension.Efficiency => 78.4,
        SatisfactionDimension.Attitude => 73.2,
        _ => null,
    };
}
