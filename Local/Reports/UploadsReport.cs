using System.Globalization;
using System.Text.Json;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>Accounts of uploads by dataset: read = kept + rejected + duplicates.</summary>
internal static class UploadsReport
{
    private const int ReasonsShown = 5;
    private const int ReplacedShown = 5;

    public static void Write(IAnsiConsole console, IReadOnlyCollection<UploadAccount> accounts)
    {
        if (accounts.Count == 0) return;
        var table = new Table().Title("Uploads").Border(TableBorder.Simple).AddColumn("Dataset");
        foreach (var heading in new[] { "Files", "Read", "Kept", "Rejected", "Duplicates" })
            table.AddColumn(heading, column => column.RightAligned());
        table.AddColumn("Reasons for rows that were left out");
        foreach (var dataset in accounts.GroupBy(account => account.Dataset).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            table.AddRow(
                new Text(PrintableText.Of(dataset.Key)),
                Number(dataset.Count()),
                Number(dataset.Sum(account => account.Read)),
                Number(dataset.Sum(account => account.Kept)),
                Number(dataset.Sum(account => account.Rejected)),
                Number(dataset.Sum(account => account.Duplicates)),
                new Text(Reasons(dataset)));
        }

        console.Write(table);
        foreach (var account in accounts.Where(account => account.Status == UploadStatus.Rejected)
            .OrderBy(account => account.Blob, StringComparer.Ordinal))
        {
            var why = account.Message is null ? "" : MessageTexts.English.Render(account.Message);
            console.WriteLine(PrintableText.Of($"  {account.Blob}: {why}"));
        }
    }

    /// <summary>Accounts of all uploads in storage.</summary>
    public static async Task<IReadOnlyList<UploadAccount>> ReadAllAsync(TableRows tables, CancellationToken cancellationToken)
    {
        var accounts = new List<UploadAccount>();
        await foreach (var row in tables.ReadAsync(StorageNames.UploadsTable, new Dictionary<string, string>(), cancellationToken))
        {
            accounts.Add(new UploadAccount(
                row.Text("path")!,
                row.Text("dataset")!,
                Enum.Parse<UploadStatus>(row.Text("status")!, ignoreCase: true),
                (long)row.Number("read")!,
                (long)row.Number("kept")!,
                (long)row.Number("rejected")!,
                (long)row.Number("duplicates")!,
                [.. row.GetProperty("reasons").EnumerateArray().Select(Reason)],
                row.MessageText("message") is { } why ? TextMessages.Plain(why) : null,
                Changed: false));
        }

        return accounts;
    }

    /// <summary>Sentence on what was new.</summary>
    public static string Sentence(UploadSyncResult sent, IReadOnlyCollection<UploadAccount> accounts)
    {
        var changed = accounts.Where(account => account.Changed).ToList();
        return sent.Sent == 0 && changed.Count == 0
            ? $"Nothing new: all {sent.Unchanged:N0} files are already in storage, and their facts count once."
            : $"{sent.Sent:N0} of {sent.Sent + sent.Unchanged:N0} files uploaded; {changed.Sum(account => account.Kept):N0} rows "
                + "became facts.";
    }

    /// <summary>Notes on replaced files: replacing is meant for corrections, not for next month's file of the same name.</summary>
    public static IEnumerable<string> Replacements(UploadSyncResult sent)
    {
        if (sent.Replaced.Count == 0) yield break;
        foreach (var blob in sent.Replaced.Take(ReplacedShown)) yield return $"{PrintableText.Of(blob)} replaced its earlier content.";
        if (sent.Replaced.Count > ReplacedShown)
            yield return $"{sent.Replaced.Count - ReplacedShown:N0} more files replaced their earlier content.";
        yield return "This is right for corrections. To keep both files, give one of them another name and ingest both again.";
    }

    // The answer has the text already.
    private static MessageRows Reason(JsonElement reason) =>
        new(TextMessages.Plain(reason.MessageText("message")!), reason.GetProperty("rows").GetInt64());

    private static Text Number(long value) => new(value.ToString("N0", CultureInfo.InvariantCulture));

    private static string Reasons(IEnumerable<UploadAccount> accounts)
    {
        var reasons = accounts.SelectMany(account => account.Reasons)
            .GroupBy(reason => MessageTexts.English.Render(reason.Message), reason => reason.Rows)
            .Select(group => (Reason: group.Key, Rows: group.Sum()))
            .OrderByDescending(pair => pair.Rows).ThenBy(pair => pair.Reason, StringComparer.Ordinal)
            .ToList();
        var shown = reasons.Take(ReasonsShown)
            .Select(pair => PrintableText.Of($"{pair.Reason} {pair.Rows.ToString("N0", CultureInfo.InvariantCulture)}"));
        var rest = reasons.Count > ReasonsShown ? $", {reasons.Count - ReasonsShown} other reasons" : "";
        return string.Join(", ", shown) + rest;
    }
}
