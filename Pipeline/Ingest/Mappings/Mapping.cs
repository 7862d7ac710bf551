using System.IO.Enumeration;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>How files of one foreign make become rows of a dataset.</summary>
/// <param name="Source">Name of the file that says so.</param>
/// <param name="Schema">The dataset.</param>
/// <param name="FilePattern">File names that it is for, with <c>*</c> and <c>?</c>; null for any.</param>
/// <param name="Headers">Headers that a file must have to be recognised.</param>
/// <param name="Columns">By name of the dataset's column.</param>
/// <param name="Rules">Rows to leave out; the first rule that leaves a row out decides.</param>
internal sealed record Mapping(
    string Source,
    DatasetSchema Schema,
    string? FilePattern,
    IReadOnlyList<string> Headers,
    IReadOnlyDictionary<string, ColumnMapping> Columns,
    IReadOnlyList<RowRule> Rules)
{
    /// <summary>How the names of mapping files end.</summary>
    public const string FileSuffix = ".mapping.json";

    /// <summary>Whether the mapping is part of the program; one of the user goes before.</summary>
    public bool IsShipped { get; init; }

    /// <summary>How far the ids of its files reach.</summary>
    public IdScope Ids { get; init; }

    /// <summary>What happens to daily sums that other files have too.</summary>
    public OverlapRule Overlap { get; init; }

    /// <summary>How its files are to be opened.</summary>
    public ReadingHints Hints { get; init; } = ReadingHints.None;

    /// <summary>How the table is laid out.</summary>
    public TableShape Shape { get; init; } = new(null, null, [], null);

    /// <summary>Style of numbers; unknown where it is found from the file.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>Order of day and month; unknown where it is found from the file.</summary>
    public DayOrder Days { get; init; }

    /// <summary>Whether visits with decimals count.</summary>
    public bool KeepsFractions { get; init; }

    /// <summary>Period that the figures stand for; null where the mapping says none.</summary>
    public Frequency? Period { get; init; }

    /// <summary>Whether the mapping says how its files are to be opened.</summary>
    public bool HasHints => Hints != ReadingHints.None;

    /// <summary>Whether it is for a file of this name and header.</summary>
    public bool IsFor(string fileName, IReadOnlyList<string> header) => IsFor(fileName) && MissingIn(header) is null;

    /// <summary>Whether it is for a file of this name, as far as the name tells.</summary>
    public bool IsFor(string fileName) => FilePattern is null || FileSystemName.MatchesSimpleExpression(FilePattern, fileName);

    /// <summary>A header that the mapping needs and a file lacks; null where the file has all.</summary>
    public string? MissingIn(IReadOnlyList<string> header) => Headers.FirstOrDefault(name => ForeignHeader.Find(header, name).Length == 0);

    /// <summary>The styles that the mapping says, beside those found in the file.</summary>
    /// <param name="isTyped">Whether the format stores numbers as numbers.</param>
    public ValueStyles Fix(ValueStyles found, bool isTyped) => new(
        isTyped || Numbers == NumberStyle.Unknown ? found.Numbers : Numbers,
        Days == DayOrder.Unknown ? found.DayOrders : Schema.Columns.OfType<DayColumn>().ToDictionary(column => column.Name, _ => Days));
}
