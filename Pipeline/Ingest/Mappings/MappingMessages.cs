using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>What is wrong with a mapping file, and what to write instead.</summary>
internal static class MappingMessages
{
    /// <param name="most">Mebibytes that a mapping may have.</param>
    public static Message Size(string file, int most) => new("mapping.size", ("file", file), ("most", most));

    /// <param name="line">Line from which the text is no JSON, from 1.</param>
    /// <param name="character">Place in the line, from 1.</param>
    public static Message NoJson(string file, long line, long character) =>
        new("mapping.no_json", ("file", file), ("line", line), ("character", character));

    public static Message HalfCharacter(string file) => new("mapping.half_character", ("file", file));

    /// <param name="place">Place in the JSON, such as <c>$.match</c>.</param>
    public static Message Fault(string file, string place, Message what) =>
        new("mapping.fault", ("file", file), ("place", place), ("what", what));

    public static Message NoDataset(IEnumerable<string> datasets) => new("mapping.no_dataset", ("datasets", datasets));

    public static Message UnknownDataset(string dataset, IEnumerable<string> datasets) =>
        new("mapping.unknown_dataset", ("dataset", dataset), ("datasets", datasets));

    public static Message NoMatch() => new("mapping.no_match");

    public static Message EmptyMatch() => new("mapping.empty_match");

    public static Message NoColumns() => new("mapping.no_columns");

    public static Message LacksColumn(string column, string dataset) =>
        new("mapping.lacks_column", ("column", column), ("dataset", dataset));

    public static Message UnknownColumn(string dataset, IEnumerable<string> columns) =>
        new("mapping.unknown_column", ("dataset", dataset), ("columns", columns));

    public static Message NoHeaderOrObject() => new("mapping.no_header_or_object");

    public static Message FromOrConstant() => new("mapping.from_or_constant");

    public static Message NoScalar() => new("mapping.no_scalar");

    public static Message NoList() => new("mapping.no_list");

    public static Message NoObject() => new("mapping.no_object");

    public static Message NoSkipRule() => new("mapping.no_skip_rule");

    public static Message NoSkipColumn() => new("mapping.no_skip_column");

    public static Message NoSkipValues() => new("mapping.no_skip_values");

    public static Message NoSkipKind() => new("mapping.no_skip_kind");

    public static Message NoSkipReason() => new("mapping.no_skip_reason");

    public static Message UnknownName(IEnumerable<string> known) => new("mapping.unknown_name", ("known", known));

    public static Message NoFlag() => new("mapping.no_flag");

    /// <param name="part">Year, month or day.</param>
    public static Message FormatLacks(string format, string part) => new("mapping.format_lacks", ("format", format), ("part", part));

    public static Message FormatsContradict(string first, string second) =>
        new("mapping.formats_contradict", ("first", first), ("second", second));

    /// <param name="files">Names of the mapping files.</param>
    public static Message SeveralFit(IEnumerable<string> files) => new("mapping.several_fit", ("files", files));

    /// <param name="place">Place in the mapping, such as <c>$.columns.visits</c>.</param>
    /// <param name="name">Header that the mapping names.</param>
    /// <param name="header">Header of the file.</param>
    public static Message NoSuchHeader(string file, string place, string name, string header) =>
        new("mapping.no_such_header", ("file", file), ("place", place), ("name", name), ("header", header));

    public static Message SeveralHeaders(string file, string place, string name, string header) =>
        new("mapping.several_headers", ("file", file), ("place", place), ("name", name), ("header", header));
}
