using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Indicators;

/// <summary>A row of an indicator's table, before the run's own columns are put to it.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">Code of the area; one of the run's.</param>
/// <param name="Scope">Which services.</param>
/// <param name="Parts">What tells rows of one area and scope apart, in the order of the key; as many in every row of a table.</param>
/// <param name="Values">One for each of the table's <see cref="PublicTable.OwnColumns"/>.</param>
internal sealed record IndicatorRow(
    AreaLevel Level, string Area, ServiceScope Scope, IReadOnlyList<string> Parts, IReadOnlyList<IndicatorValue> Values);
