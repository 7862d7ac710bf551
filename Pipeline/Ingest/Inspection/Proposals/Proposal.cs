using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Inspection.Proposals;

/// <summary>What a proposed mapping says.</summary>
/// <param name="Columns">By name of the dataset's column.</param>
/// <param name="Headers">Headers by which files are recognised.</param>
/// <param name="Taken">Headers whose columns are taken.</param>
internal sealed record Proposal(
    DatasetSchema Schema,
    IReadOnlyDictionary<string, ProposedColumn> Columns,
    IReadOnlyList<string> Headers,
    IReadOnlySet<string> Taken)
{
    /// <summary>Pattern of file names; null where any name will do.</summary>
    public string? FilePattern { get; init; }

    /// <summary>Keys of the layout with their JSON.</summary>
    public IReadOnlyList<(string Key, string Json)> Layout { get; init; } = [];

    /// <summary>What is noticed of the table.</summary>
    public IReadOnlyList<Message> Notes { get; init; } = [];
}
