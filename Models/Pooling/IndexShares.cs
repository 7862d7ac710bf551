using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Pooling;

/// <summary>Shares of the candidates in a seasonal index; the rest of 1 is the share of no season.</summary>
/// <param name="Own">Share of the node's own index.</param>
/// <param name="Simple">Share of the simpler form of the own index, see <see cref="SimpleIndex"/>.</param>
/// <param name="Group">Share of the index of the node's group.</param>
internal readonly record struct IndexShares(double Own, double Simple, double Group)
{
    private const double WeightOfOneSeason = 0.2;

    /// <summary>Shares without any evidence.</summary>
    public static IndexShares Usual { get; } = new(0.45, 0.05, 0.45);

    public double None => Math.Max(0, 1 - Own - Simple - Group);

    /// <summary>Shares of a node with fewer than two seasons, which cannot be tested on a season that was left out.</summary>
    public IndexShares Untested(int seasons, bool hasGroup)
    {
        var own = seasons == 0 ? 0 : hasGroup ? WeightOfOneSeason : 1 - None;
        var rest = Group + None;
        return new(own, 0, hasGroup && rest > 0 ? (1 - own) * Group / rest : 0);
    }

    public void Write(BinaryWriter writer) => writer.WriteArray<double>([Own, Simple, Group]);

    public static IndexShares Read(BinaryReader reader)
    {
        var shares = reader.ReadArray<double>();
        return new(shares[0], shares[1], shares[2]);
    }
}
