using System.IO.Enumeration;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Which sheets of a workbook are read: the first that is shown and has a table, and with it those of the same header whose names say a
/// period.
/// </summary>
/// <param name="Sheets">Those to read, in the order of their tabs; the first gives the header.</param>
/// <param name="Assumptions">What is told about the choice.</param>
/// <param name="LeftOut">Why each other sheet that was looked at is not read, by its name.</param>
internal sealed record SheetChoice(
    IReadOnlyList<SheetSample> Sheets, IReadOnlyList<Message> Assumptions, IReadOnlyDictionary<string, Message> LeftOut)
{
    private const string All = "all";

    // Sheets that sum up the others, by the words that offices use.
    private static readonly string[] NamesOfTotals =
        ["合计", "总计", "汇总", "总表", "总览", "全部", "全年", "total", "totals", "sum", "summary", "overview", "all", "alldata", "year", "combined",
            "gesamt", "summe", "übersicht"];

    /// <exception cref="UnreadableUploadException">No sheet can be read.</exception>
    public static async ValueTask<SheetChoice> MakeAsync(IWorkbook workbook, ReadingHints? hints, CancellationToken cancellationToken)
    {
        var places = Places(workbook, hints?.Sheet);
        var samples = new List<SheetSample>();
        foreach (var place in places) samples.Add(await SheetSample.OfAsync(workbook, place, hints, places.Count > 1, cancellationToken));
        var surest = samples.Where(sample => sample.HeaderRow > 0).MaxBy(sample => sample.Rank)
            ?? throw new UnreadableUploadException(WorkbookMessages.EmptySheet(workbook.Sheets[places[0]].Name));

        var alike = samples.Where(sample => sample.HeaderRow > 0 && sample.PlacesOf(surest.Header) is not null).ToList();
        var totals = alike.Where(sample => IsOfTotals(sample.Name)).ToList();
        if (totals.Count == alike.Count) totals.Clear();
        alike = [.. alike.Except(totals)];
        // Of sheets that are no parts of one table, such as Data and Old, the first is meant.
        if (hints?.Sheet is null) alike = PeriodName.Is(alike[0].Name) ? alike.FindAll(sample => PeriodName.Is(sample.Name)) : alike[..1];
        var repeated = alike.Where(sample =>
            alike.Exists(other => other.Sheet < sample.Sheet && other.Survey.Hash is not null && other.Survey.Hash == sample.Survey.Hash))
            .ToList();
        alike = [.. alike.Except(repeated)];
        var leftOut = totals.Select(sample => (sample.Name, SheetMessages.SumsUpOthers))
            .Concat(repeated.Select(sample => (sample.Name, SheetMessages.RepeatsAnother)))
            .ToDictionary(pair => pair.Name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
        foreach (var sample in samples.Except(alike))
        {
            leftOut.TryAdd(sample.Name, sample.HeaderRow == 0 ? SheetMessages.NoTable
                : sample.PlacesOf(surest.Header) is null ? SheetMessages.OtherHeader : SheetMessages.NoPart);
        }

        return new SheetChoice(alike, [.. Tell(workbook, samples, alike, totals, repeated)], leftOut);
    }

    private static IEnumerable<Message> Tell(
        IWorkbook workbook, List<SheetSample> samples, List<SheetSample> read, List<SheetSample> totals, List<SheetSample> repeated)
    {
        var others = samples.Except(read).Except(totals).Except(repeated).ToArray();
        var hidden = workbook.Sheets.Where(sheet =>
            sheet is { IsHidden: true, HasCells: true } && read.TrueForAll(one => one.Name != sheet.Name)).ToArray();
        if (read.Count > 1) yield return SheetMessages.ReadTogether(read.Select(sample => sample.Name));
        else if (others.Length + totals.Count + repeated.Count + hidden.Length > 0) yield return SheetMessages.ReadAlone(read[0].Name);
        if (others.Length > 0) yield return SheetMessages.LeftOut(others.Select(sample => sample.Name));
        if (totals.Count > 0) yield return SheetMessages.OfTotals(totals.Select(sample => sample.Name));
        if (repeated.Count > 0) yield return SheetMessages.Repeated(repeated.Select(sample => sample.Name));
        if (hidden.Length > 0) yield return SheetMessages.Hidden(hidden.Select(sheet => sheet.Name));
        foreach (var sample in read.Where(sample => sample.HasTitle)) yield return SheetMessages.HeaderAt(sample.Name, sample.HeaderRow);
    }

    private static List<int> Places(IWorkbook workbook, string? wanted)
    {
        var sheets = workbook.Sheets;
        var withCells = Enumerable.Range(0, sheets.Count).Where(i => sheets[i].HasCells).ToList();
        if (withCells.Count == 0) throw new UnreadableUploadException(FileMessages.NoSheet());
        if (wanted is not null && !wanted.Equals(All, StringComparison.OrdinalIgnoreCase))
        {
            var named = withCells.FindAll(
                i => FileSystemName.MatchesSimpleExpression(wanted, sheets[i].Name)
                    || sheets[i].Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (named.Count == 0 && int.TryParse(wanted, out var number)) named = withCells.FindAll(i => i == number - 1);
            return named.Count > 0 ? named : throw new UnreadableUploadException(
                WorkbookMessages.NoSuchSheet(wanted, sheets.Select(sheet => sheet.Name)));
        }

        var shown = withCells.FindAll(i => !sheets[i].IsHidden);
        return shown.Count > 0 ? shown : throw new UnreadableUploadException(WorkbookMessages.OnlyHidden());
    }

    private static bool IsOfTotals(string name) => NamesOfTotals.Contains(HeaderName.Normalize(name), StringComparer.Ordinal)
        || NamesOfTotals.Any(word => word[0] > '\u007F' && name.Contains(word, StringComparison.Ordinal));
}
