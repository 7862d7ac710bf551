using CommunityDemand.Domain.Geography;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>A row of a run's table, of one area and some services. The run's own columns are put to it when it is written.</summary>
internal abstract record PlacedRow
{
    /// <summary>Level of the area.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Code of the area; empty for all areas of the level.</summary>
    public required string Area { get; init; }

    /// <summary>Which services.</summary>
    public required ServiceScope Scope { get; init; }
}
