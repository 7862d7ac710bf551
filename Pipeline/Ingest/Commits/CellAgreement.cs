using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>
/// How far the sums of two files agree in the cells that both have: the observed agreement, and the agreement that chance alone would
/// give, as in J. Cohen, "A coefficient of agreement for nominal scales" (1960). Two desks with a visit or two a day agree often, and by
/// chance.
/// </summary>
internal sealed class CellAgreement
{
    /// <summary>Fewer cells say nothing.</summary>
    public const int FewestCells = 20;

    private const double LeastShare = 0.5;
    private const double StandardErrors = 2;

    private readonly Dictionary<CellSum, (int Left, int Right)> _figures = [];

    /// <summary>Cells that both have.</summary>
    public int Common { get; private set; }

    /// <summary>Cells with equal sums.</summary>
    public int Equal { get; private set; }

    public double Share => Common == 0 ? 0 : (double)Equal / Common;

    /// <summary>Whether the sums are the same rather than alike: half of them are equal, and more than chance explains.</summary>
    public bool IsTheSame => Common >= FewestCells && Share >= LeastShare && (Equal == Common || Share > MostByChance());

    public void Add(CellSum left, CellSum right)
    {
        Common++;
        if (left == right) Equal++;
        CollectionsMarshal.GetValueRefOrAddDefault(_figures, left, out _).Left++;
        CollectionsMarshal.GetValueRefOrAddDefault(_figures, right, out _).Right++;
    }

    private double MostByChance()
    {
        var chance = _figures.Values.Sum(figure => (double)figure.Left * figure.Right) / ((double)Common * Common);
        return chance + (StandardErrors * Math.Sqrt(chance * (1 - chance) / Common));
    }
}
