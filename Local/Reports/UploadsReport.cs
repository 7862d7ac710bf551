using System.Globalization;
using System.Text.Json;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>The account of uploads by dataset: read = kept + rejected + duplicates.</summary>
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
        table.AddColumn("Why rows were left out");
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
        foreach (var line in Untaken(accounts).Concat(Doubts(accounts))) console.WriteLine($"  {line}");
        if (Assumed(accounts) is { } assumed) console.WriteLine($"  {assumed}");
    }

    /// <summary>A line for each file of which rows were left out: how many, and why.</summary>
    public static IEnumerable<string> LeftOut(IEnumerable<UploadAccount> accounts) => accounts
        .Where(account => account.Rejected + account.Duplicates > 0)
        .OrderBy(account => account.Blob, StringComparer.Ordinal)
        .Select(account => string.Create(
            CultureInfo.InvariantCulture,
            $"{PrintableText.Of(account.Blob)}: {account.Rejected:N0} rows rejected, {account.Duplicates:N0} duplicates "
                + $"({Reasons([account])})"));

    /// <summary>A line for each file of which nothing counts: why, and what helps.</summary>
    public static IEnumerable<string> Untaken(IEnumerable<UploadAccount> accounts) => accounts
        .Where(account => account.Status is UploadStatus.Rejected or UploadStatus.Held)
        .OrderBy(account => account.Blob, StringComparer.Ordinal)
        .Select(account => PrintableText.Of($"{account.Blob}: {(account.Message is { } why ? MessageTexts.English.Render(why) : "")}"));

    /// <summary>A line for each thing that a file does not tell, with what helps.</summary>
    public static IEnumerable<string> Doubts(IEnumerable<UploadAccount> accounts) => accounts
        .OrderBy(account => account.Blob, StringComparer.Ordinal)
        .SelectMany(account => account.Doubts
            .Select(doubt => PrintableText.Of($"{account.Blob}: doubtful: {MessageTexts.English.Render(doubt)}")));

    /// <summary>A line that says how much was assumed, and where it stands; null where nothing was.</summary>
    public static string? Assumed(IReadOnlyCollection<UploadAccount> accounts)
    {
        var assumptions = accounts.Sum(account => account.Assumptions.Count);
        if (assumptions == 0) return null;
        var files = accounts.Count(account => account.Assumptions.Count > 0);
        return $"{Counted(assumptions, "assumption was", "assumptions were")} made about {Counted(files, "file", "files")}: "
            + "column Assumptions of table Uploads and 'inspect FILE' tell them.";
    }

    /// <summary>The accounts of all uploads that storage knows.</summary>
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
                Changed: false)
            {
                Assumptions = [.. Messages(row, "assumptions")],
                Doubts = [.. Messages(row, "doubts")],
            });
        }

        return accounts;
    }

    /// <summary>One line: what was new.</summary>
    public static string Sentence(UploadSyncResult sent, IReadOnlyCollection<UploadAccount> accounts)
    {
        var changed = accounts.Where(account => account.Changed).ToList();
        return sent.Sent == 0 && changed.Count == 0
            ? $"Nothing new: storage holds all {sent.Unchanged:N0} files already, and their facts count once."
            : $"{sent.Sent:N0} of {sent.Sent + sent.Unchanged:N0} files uploaded; {changed.Sum(account => account.Kept):N0} rows "
                + "became facts.";
    }

    /// <summary>
    /// What was put in the place of something else: meant for a correction, and not for next month's file of the same name.
    /// </summary>
    public static IEnumerable<string> Replacements(UploadSyncResult sent)
    {
        if (sent.Replaced.Count == 0) yield break;
        foreach (var blob in sent.Replaced.Take(ReplacedShown)) yield return $"{PrintableText.Of(blob)} replaced its earlier content.";
        if (sent.Replaced.Count > ReplacedShown)
            yield return $"{sent.Replaced.Count - ReplacedShown:N0} more files replaced their earlier content.";
        yield return "This is right for corrections. To keep both files, give one of them another name and ingest both again.";
    }

    private static string Counted(int count, string one, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : more)}");

    private static IEnumerable<Message> Messages(JsonElement row, string column) =>
        row.TryGetProperty(column, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(message => TextMessages.Plain(message.Text("text")!))
            : [];

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
