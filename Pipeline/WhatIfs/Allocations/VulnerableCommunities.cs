using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Residents;
using CommunityDemand.Pipeline.Indicators.Residents;
using CommunityDemand.Pipeline.Plans;
using MathNet.Numerics.Statistics;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>
/// Finds vulnerable communities: those with many residents who are old, disabled or of low income, from the shares of table
/// <c>Residents</c> in the working files of the run.
/// </summary>
internal sealed class VulnerableCommunities(WorkFiles work)
{
    private const double HighestQuarter = 0.75;

    private static readonly ResidentGroup[] Groups = [ResidentGroup.Age60Plus, ResidentGroup.Disabled, ResidentGroup.LowIncome];

    /// <summary>
    /// Codes of the communities where the share of one of the groups is in the highest quarter of the communities with a count.
    /// </summary>
    public async Task<IReadOnlySet<string>> FindAsync(string run, CancellationToken cancellationToken)
    {
        var known = (await work.ReadRowsAsync(run, ResidentsRow.Table, cancellationToken))
            .Cast<ResidentsRow>()
            .Where(row => row.Level == AreaLevel.Community)
            .ToLookup(row => row.Group, row => (Community: row.Area, row.Share), StringComparer.Ordinal);
        return Groups.SelectMany(of => Highest([.. known[of.Code()]])).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Highest((string Community, double Share)[] shares)
    {
        var from = shares.Select(of => of.Share).Quantile(HighestQuarter);
        return shares.Where(of => of.Share >= from).Select(of => of.Community);
    }
}
