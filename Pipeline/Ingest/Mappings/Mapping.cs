using System.IO.Enumeration;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>How files of one foreign make become rows of a dataset.</summary>
/// <param name="Source">Name of the file that says so.</param>
/// <param name="Schema">The dataset.</param>
/// <param name="FilePattern">File names that it is for, with <c>*</c> and <c>?</c>; null for any.</param>
/// <param name="Headers">Headers that a file must have to be recognised.</param>
/// <param name="Columns">By name of the dataset's column.</param>
/// <param name="Skip">Rows to leave out; the first rule that holds decides.</param>
internal sealed record Mapping(
    string Source,
    DatasetSchema Schema,
    string? FilePattern,
    IReadOnlyList<string> Headers,
    IReadOnlyDictionary<string, ColumnMapping> Columns,
    IReadOnlyList<SkipRule> Skip)
{
    /// <summary>How the names of mapping files end.</summary>
    public const string FileSuffix = ".mapping.json";

    /// <summary>Whether the mapping is part of the program; one of the user goes before.</summary>
    public bool IsShipped { get; init; }

    /// <summary>How far the ids of its files reach.</summary>
    public IdScope Ids { get; init; }

    /// <summary>What happens to daily sums that other files have too.</summary>
    public OverlapRule Overlap { get; init; }

    /// <summary>Whether it is for a file of this name and header.</summary>
    public bool IsFor(string fileName, IReadOnlyList<string> header)
    {
        if (FilePattern is not null && !FileSystemName.MatchesSimpleExpression(FilePattern, fileName)) return false;
        return Headers.All(required => ForeignHeader.Find(header, required).Length > 0);
    }
}
