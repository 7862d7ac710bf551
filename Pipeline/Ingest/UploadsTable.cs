using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Ingest.Commits;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Tells the public table <c>Uploads</c> what the ledger knows. Its columns are documented in docs/uploads.md.</summary>
internal sealed class UploadsTable(IngestStorage storage, UploadLedger ledger)
{
    private const int LongestReadableKey = 300;

    /// <summary>Writes the entity of a path as the ledger has it, and notes there that it is written.</summary>
    public async Task<PathRow> ProjectAsync(string dataset, string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ledger.FindAsync<PathRow>(dataset, LedgerKeys.Path(path), cancellationToken)
                ?? throw new InvalidOperationException($"The ledger lost its row of '{path}'.");
            await storage.UploadsTable.UpsertEntityAsync(Entity(row), TableUpdateMode.Replace, cancellationToken);
            if (await ledger.TryMarkProjectedAsync(row, cancellationToken)) return row;
        }
    }

    private static TableEntity Entity(PathRow path) => UploadsRow.Table.Entity(
        new UploadsRow
        {
            Path = path.Path,
            Dataset = path.PartitionKey,
            Status = path.Status.ToLowerInvariant(),
            Read = path.Read,
            Kept = path.Kept,
            Rejected = path.Rejected,
            Duplicates = path.Duplicates,
            Reasons = path.Reasons,
            Message = path.Message,
            Quarantine = path.Quarantine,
            FirstDay = path.FirstDay is { } first ? DateOnly.FromDateTime(first) : null,
            LastDay = path.LastDay is { } last ? DateOnly.FromDateTime(last) : null,
            Bytes = path.Bytes,
            Encoding = path.Encoding,
            Mapping = path.Mapping,
            ModifiedAt = path.Modified,
            IngestedAt = path.IngestedAt,
        },
        path.PartitionKey,
        RowKey(path.Path));

    /// <summary>
    /// A path as a row key: letters, digits and <c>-_. </c> stand, a slash is <c>|</c>, anything else <c>!</c> and its four hexadecimal digits; a long path
    /// ends in <c>~</c> and a digest.
    /// </summary>
    public static string RowKey(string path)
    {
        var key = new StringBuilder(path.Length + 16);
        foreach (var c in path)
        {
            if ((char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) || c is '-' or '_' or '.' or ' ') key.Append(c);
            else if (c == '/') key.Append('|');
            else key.Append(CultureInfo.InvariantCulture, $"!{(int)c:x4}");
        }

        if (key.Length <= LongestReadableKey) return key.ToString();
        key.Length = LongestReadableKey;
        return key.Append('~').Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))).ToString();
    }
}
