using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>How a file is understood. Whatever could not be found is null or empty.</summary>
/// <param name="File">Name of the file.</param>
public sealed record FileReport(string File)
{
    /// <summary>
    /// Format by content: <c>csv</c>, <c>tsv</c>, <c>jsonl</c>, <c>json</c>, <c>xlsx</c>, <c>xls</c>, <c>html</c> or <c>parquet</c>.
    /// </summary>
    public string? Format { get; init; }

    /// <summary>What the file is packed in: <c>gzip</c> or <c>zip</c>; null where nothing is.</summary>
    public string? Packing { get; init; }

    /// <summary>Encoding of a text.</summary>
    public string? Encoding { get; init; }

    /// <summary>What stands between two values of a text.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Physical line or sheet row of the header's last row, from 1; null of formats without one.</summary>
    public long? HeaderRow { get; init; }

    /// <summary>Sheets of a workbook in the order of their tabs.</summary>
    public IReadOnlyList<SheetReport> Sheets { get; init; } = [];

    public IReadOnlyList<ColumnReport> Columns { get; init; } = [];

    /// <summary>Datasets that the file may be, the one that it counts as first; none where nothing fits.</summary>
    public IReadOnlyList<DatasetReport> Datasets { get; init; } = [];

    /// <summary>How numbers and dates are read, with the evidence.</summary>
    public IReadOnlyList<Message> Reading { get; init; } = [];

    /// <summary>Names of the dataset's columns.</summary>
    public IReadOnlyList<string> FactColumns { get; init; } = [];

    /// <summary>The first good rows in these columns; null where a row has no value.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Facts { get; init; } = [];

    /// <summary>The account that ingest would give if nothing else were stored; null where the file fits no dataset.</summary>
    public UploadAccount? Account { get; init; }

    /// <summary>Why nothing of the file would count, and what to do.</summary>
    public Message? Problem { get; init; }

    /// <summary>What is noticed of the table beside that.</summary>
    public IReadOnlyList<Message> Notes { get; init; } = [];

    /// <summary>A mapping to begin with; null where no dataset is near.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whether the file can be ingested as it is, without a doubt.</summary>
    public bool IsReady => Problem is null && Account is { Doubts.Count: 0 } account && (account.Kept > 0 || account.Read == 0);
}
