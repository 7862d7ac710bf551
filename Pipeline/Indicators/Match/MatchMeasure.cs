using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>One measure of one of the four dimensions in which supply can miss what residents need: a row of table <c>MatchDimensions</c>.</summary>
/// <param name="Dimension">One of the constants here.</param>
/// <param name="Name">Name of the measure, unique within the dimension.</param>
/// <param name="Value">In the measure's own unit; null where facts do not tell.</param>
/// <param name="Reference">What the value is held against; null where there is nothing to hold it against.</param>
/// <param name="Mismatch">0 (none) to 1; null where it cannot be told.</param>
/// <param name="Basis">How much stands behind the value, in the measure's own unit.</param>
/// <param name="From">First day that counts.</param>
/// <param name="To">Last day that counts.</param>
internal sealed record MatchMeasure(
    string Dimension, string Name, double? Value, double? Reference, double? Mismatch, double Basis, DateOnly From, DateOnly To)
{
    /// <summary>What is wanted and what is supplied differ in kind.</summary>
    public const string Structural = "structural";

    /// <summary>Supply comes late.</summary>
    public const string Timeliness = "timeliness";

    /// <summary>Those with special needs are served less than others.</summary>
    public const string Personal = "personal";

    /// <summary>Supply may not last.</summary>
    public const string Sustainability = "sustainability";

    /// <summary>Statistics on fewer are of single persons, and are not published.</summary>
    public const int Fewest = 5;

    /// <summary>Whether the value is withheld because too few persons stand behind it.</summary>
    public bool Suppressed { get; private init; }

    /// <summary>This measure of persons, without its figures where it is of too few.</summary>
    public MatchMeasure OfPersons() => Basis >= Fewest ? this : this with { Value = null, Reference = null, Mismatch = null, Suppressed = true };

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
