using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Ingest.Commits;

namespace CommunityDemand.Pipeline.Ingest;

/// <summary>Tells the public table <c>Uploads</c> what the ledger knows. The columns are those that <see cref="PathRow"/> declares.</summary>
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
            await storage.UploadsTable.UpsertEntityAsync(PathRow.Table.Entity(row, dataset, RowKey(path)), TableUpdateMode.Replace, cancellationToken);
            if (await ledger.TryMarkProjectedAsync(row, cancellationToken)) return row;
        }
    }

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
