using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>
/// One measure of one of the four dimensions of mismatch between supply and needs: a row of table <c>MatchDimensions</c>.
/// </summary>
/// <param name="Dimension">Dimension: one of the constants of this type.</param>
/// <param name="Name">Name of the measure, unique within the dimension.</param>
/// <param name="Value">Value in the unit of the measure; null where unknown.</param>
/// <param name="Reference">Reference for the value; null where there is none.</param>
/// <param name="Mismatch">Mismatch from 0 (none) to 1; null where unknown.</param>
/// <param name="Basis">Amount of data behind the value, in the unit of the measure.</param>
/// <param name="From">First day that counts.</param>
/// <param name="To">Last day that counts.</param>
internal sealed record MatchMeasure(
    string Dimension, string Name, double? Value, double? Reference, double? Mismatch, double Basis, DateOnly From, DateOnly To)
{
    /// <summary>Demand and supply differ in kind.</summary>
    public const string Structural = "structural";

    /// <summary>Supply is late.</summary>
    public const string Timeliness = "timeliness";

    /// <summary>Residents with special needs are served less than others.</summary>
    public const string Personal = "personal";

    /// <summary>Supply may not last.</summary>
    public const string Sustainability = "sustainability";

    /// <summary>Minimum number of persons. Statistics on fewer persons are not published.</summary>
    public const int Fewest = 5;

    /// <summary>Whether the value is suppressed because too few persons are behind it.</summary>
    public bool Suppressed { get; private init; }

    /// <summary>This measure of persons, with its figures removed where too few persons are behind it.</summary>
    public MatchMeasure OfPersons() =>
        Basis >= Fewest ? this : this with { Value = null, Reference = null, Mismatch = null, Suppressed = true };

    public MatchDimensionsRow At(AreaLevel level, string area, ServiceScope scope) => new()
    {
        Level = level,
        Area = area,
        Scope = scope,
        Dimension = Dimension,
        Measure = Name,
        Value = Value,
        Reference = Reference,
        Mismatch = Mismatch,
        Basis = Basis,
        Suppressed = Suppressed,
        From = From,
        To = To,
    };
}
