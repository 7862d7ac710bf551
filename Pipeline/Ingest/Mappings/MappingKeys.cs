namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>The keys of a mapping file by the object that has them. A test holds docs/mapping.schema.json to the same.</summary>
internal static class MappingKeys
{
    public static IReadOnlyList<string> Root { get; } =
    [
        "$schema", "version", "dataset", "match", "encoding", "delimiter", "sheet", "headerRow", "decimal", "thousands", "dateFormats",
        "dayFirst", "calendar", "period", "fractions", "count", "ids", "overlap", "fileName", "sheetName", "fillDown", "unpivot", "columns",
        "aliases", "skip", "keep",
    ];

    public static IReadOnlyList<string> Match { get; } = ["file", "headers"];

    public static IReadOnlyList<string> Column { get; } =
        ["from", "constant", "year", "month", "day", "default", "values", "lookup", "formats", "optional"];

    public static IReadOnlyList<string> Lookup { get; } = ["file", "from", "to"];

    public static IReadOnlyList<string> Rule { get; } = ["column", "values", "pattern", "empty", "as", "reason"];

    public static IReadOnlyList<string> Unpivot { get; } = ["columns", "value"];
}
