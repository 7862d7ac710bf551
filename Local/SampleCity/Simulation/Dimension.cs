namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>A dimension of satisfaction, with its mean on the Likert scale of 1 to 5.</summary>
/// <param name="Name">Column of the dimension.</param>
/// <param name="Mean">Mean answer; the index on the scale of 100 is 20 times the mean.</param>
internal sealed record Dimension(string Name, double Mean)
{
    /// <summary>
    /// The handbook's national means: content 85.6, efficiency 78.4, attitude 73.2 on the scale of 100. As mean / 5 x 100, they
    /// correspond to Likert means of two decimals; as (mean - 1) / 4 x 100 they do not, so the former is the handbook's scale. The
    /// handbook gives no values for sustainability and innovation; theirs make the mean of all five equal to its overall 82.3.
    /// </summary>
    public static IReadOnlyList<Dimension> All { get; } =
    [
        new("content", 4.28), new("efficiency", 3.92), new("attitude", 3.66), new("sustainability", 4.38), new("innovation", 4.335),
    ];

    /// <summary>The mean on the scale of 100.</summary>
    public double Index => Mean * 20;
}
