namespace CommunityDemand.Pipeline.Ledger;

/// <summary>The account of one upload: read = kept + rejected + duplicates, always.</summary>
/// <param name="Blob">Path inside container <c>uploads</c>.</param>
/// <param name="Dataset">First segment of the path.</param>
/// <param name="Status">Status of the upload.</param>
/// <param name="Read">Number of data rows read.</param>
/// <param name="Kept">Number of rows that became facts.</param>
/// <param name="Rejected">Number of rows in quarantine.</param>
/// <param name="Duplicates">Number of rows that already count.</param>
/// <param name="Reasons">Number of rejected and duplicate rows by reason.</param>
/// <param name="Message">Reason why the whole file was rejected, or null.</param>
/// <param name="Changed">Whether this delivery changed anything; false where an earlier delivery had done the work.</param>
public sealed record UploadAccount(
    string Blob,
    string Dataset,
    UploadStatus Status,
    long Read,
    long Kept,
    long Rejected,
    long Duplicates,
    IReadOnlyDictionary<string, long> Reasons,
    string? Message,
    bool Changed);
