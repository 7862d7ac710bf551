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

    /// <param name="version">Newest version that the program knows.</param>
    public static Message UnknownVersion(int version) => new("mapping.unknown_version", ("version", version));

    public static Message UnknownWord(IEnumerable<string> words) => new("mapping.unknown_word", ("words", words));

    public static Message NoCount() => new("mapping.no_count");

    public static Message NotTrue() => new("mapping.not_true");

    public static Message BadPattern(string pattern) => new("mapping.bad_pattern", ("pattern", pattern));

    public static Message HintNeedsFile() => new("mapping.hint_needs_file");

    public static Message UnknownEncoding() => new("mapping.unknown_encoding");

    public static Message NoDelimiter() => new("mapping.no_delimiter");

    public static Message SameSign() => new("mapping.same_sign");

    public static Message FormatsOfMinguo() => new("mapping.formats_of_minguo");

    public static Message PartOfNoDate(string column) => new("mapping.part_of_no_date", ("column", column));

    public static Message NoPart() => new("mapping.no_part");

    public static Message NoLookup() => new("mapping.no_lookup");

    public static Message LookupElsewhere() => new("mapping.lookup_elsewhere");

    public static Message LookupAbsent(string lookup) => new("mapping.lookup_absent", ("lookup", lookup));

    /// <param name="most">Mebibytes that such a table may have.</param>
    public static Message LookupSize(int most) => new("mapping.lookup_size", ("most", most));

    public static Message LookupUnreadable(Message why) => new("mapping.lookup_unreadable", ("why", why));

    public static Message LookupRow(long line, Message why) => new("mapping.lookup_row", ("line", line), ("why", why));

    public static Message NoLookupHeader(string name, IEnumerable<string> header) =>
        new("mapping.no_lookup_header", ("name", name), ("header", header));

    public static Message LookupTwice(string value, string first, string second) =>
        new("mapping.lookup_twice", ("value", value), ("first", first), ("second", second));

    /// <summary>Of a row whose value a table of values does not have.</summary>
    public static Message NotInLookup(string lookup) => new("mapping.not_in_lookup", ("lookup", lookup));

    /// <param name="other">The key that the spelling means too.</param>
    public static Message TwoKeys(string other) => new("mapping.two_keys", ("other", other));

    public static Message CountsNoRows(string dataset) => new("mapping.counts_no_rows", ("dataset", dataset));

    public static Message CountedByRows() => new("mapping.counted_by_rows");

    /// <param name="name">Name that two patterns, or a pattern and a value, give a column.</param>
    public static Message MadeTwice(string name) => new("mapping.made_twice", ("name", name));

    public static Message NoGroups() => new("mapping.no_groups");

    public static Message NoWideColumns() => new("mapping.no_wide_columns");

    public static Message NoWideValue() => new("mapping.no_wide_value");

    /// <param name="header">Header that the mapping needs and the file lacks.</param>
    public static Message HintedWithout(string file, string header) => new("mapping.hinted_without", ("file", file), ("header", header));

    /// <param name="place">Place of the pattern in the mapping.</param>
    /// <param name="name">Name of the uploaded file.</param>
    public static Message FileNameDiffers(string file, string place, string name) =>
        new("mapping.file_name_differs", ("file", file), ("place", place), ("name", name));

    /// <summary>Of rows of a sheet whose name is not as the mapping says.</summary>
    public static Message SheetNameDiffers(string file) => new("mapping.sheet_name_differs", ("file", file));

    /// <param name="header">Header of the file.</param>
    public static Message NoColumnMatches(string file, string place, string header) =>
        new("mapping.no_column_matches", ("file", file), ("place", place), ("header", header));

    /// <summary>What a reader assumed of a wide table.</summary>
    /// <param name="columns">Columns that became rows.</param>
    public static Message Unpivoted(int columns) => new("mapping.unpivoted", ("columns", columns));

    public static Message EmptyCells(long cells) => new("mapping.empty_cells", ("cells", cells));

    public static Message Filled(IEnumerable<string> columns, long cells) => new("mapping.filled", ("columns", columns), ("cells", cells));
}
