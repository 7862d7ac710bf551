using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Looks at all sheets of a workbook, those that are not read too.</summary>
internal static class SheetInspection
{
    /// <summary>The sheets in the order of their tabs, and the row of the header where the first that is read has it.</summary>
    /// <exception cref="UnreadableUploadException">No sheet can be read.</exception>
    public static async Task<(IReadOnlyList<SheetReport> Sheets, long HeaderRow)> ReadAsync(
        Stream stored, ReadingHints hints, CancellationToken cancellationToken)
    {
        await using var workbook = await WorkbookFile.OpenWorkbookAsync(stored, cancellationToken, hints.Encoding);
        var choice = await SheetChoice.MakeAsync(workbook, hints, cancellationToken);
        var reports = new List<SheetReport>();
        for (var place = 0; place < workbook.Sheets.Count; place++)
        {
            var sheet = workbook.Sheets[place];
            var read = choice.Sheets.FirstOrDefault(sample => sample.Sheet == place);
            var rows = sheet.HasCells ? await CountAsync(workbook, place, read?.HeaderRow ?? 0, cancellationToken) : (long?)null;
            reports.Add(new SheetReport(sheet.Name, rows, read is null ? WhyNot(sheet, choice) : null));
        }

        return (reports, choice.Sheets[0].HeaderRow);
    }

    private static Message WhyNot(SheetEntry sheet, SheetChoice choice) =>
        !sheet.HasCells ? SheetMessages.NoCells
        : choice.LeftOut.TryGetValue(sheet.Name, out var why) ? why
        : sheet.IsHidden ? SheetMessages.HiddenSheet
        : SheetMessages.OtherHeader;

    private static async Task<long> CountAsync(IWorkbook workbook, int sheet, long header, CancellationToken cancellationToken)
    {
        await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
        long count = 0;
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!rows.Current.IsBlank && rows.Current.Number > header) count++;
        }

        return count;
    }
}
