using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>The account of one upload. Read = kept + rejected + duplicates, always.</summary>
/// <param name="Blob">Path inside container <c>uploads</c>.</param>
/// <param name="Dataset">First segment of the path.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Read">Data rows read.</param>
/// <param name="Kept">Rows that became facts.</param>
/// <param name="Rejected">Rows in quarantine.</param>
/// <param name="Duplicates">Rows that count already.</param>
/// <param name="Reasons">Rejected and duplicate rows by reason.</param>
/// <param name="Message">Why a file was rejected whole or is a duplicate, or null.</param>
/// <param name="Changed">False where an earlier delivery had done the work and nothing was to do.</param>
public sealed record UploadAccount(
    string Blob,
    string Dataset,
    UploadStatus Status,
    long Read,
    long Kept,
    long Rejected,
    long Duplicates,
    IReadOnlyList<MessageRows> Reasons,
    Message? Message,
    bool Changed);
