using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityDemand.Tests.Pipeline.Ingest.Cases;

/// <summary>Small files that must not fool the intake, and what must come of them.</summary>
/// <param name="Files">Files of the case, ingested in this order.</param>
/// <param name="Mapping">A name, or a list of names, of mapping files beside them.</param>
/// <param name="Expect">What must hold; null where one of <paramref name="ExpectAny"/> must.</param>
public sealed record IntakeCase(
    string Name,
    IReadOnlyList<string> Files,
    JsonElement? Mapping,
    string Dataset,
    IntakeExpectation? Expect,
    [property: JsonPropertyName("expect_any")] IReadOnlyList<IntakeExpectation>? ExpectAny)
{
    public IEnumerable<string> Mappings => Mapping switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Select(name => name.GetString()!),
        _ => [],
    };

    public IEnumerable<IntakeExpectation> Outcomes => Expect is null ? ExpectAny! : [Expect];
}

/// <summary>One outcome that is right.</summary>
/// <param name="Kept">Rows; null where any number is right.</param>
/// <param name="Rejected">Rows, or the word <c>file</c>.</param>
/// <param name="Duplicates">Rows; null where any number is right.</param>
/// <param name="Message">A regular expression that somebody must be told.</param>
/// <param name="Facts">Facts that must be kept; measures that a fact does not name are not compared.</param>
/// <param name="May">Facts that may be kept.</param>
public sealed record IntakeExpectation(
    long? Kept,
    JsonElement? Rejected,
    long? Duplicates,
    string? Message,
    IReadOnlyList<Dictionary<string, JsonElement>> Facts,
    IReadOnlyList<Dictionary<string, JsonElement>>? May);
