using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The number formats that cells of a workbook name by the number of their style.</summary>
internal static class XlsxStyles
{
    private const int MostStyles = 1 << 16;
    private const int LongestCode = 1_024;

    public static async ValueTask<IReadOnlyList<CellFormat>> ReadAsync(
        XlsxPackage package, string? part, CancellationToken cancellationToken)
    {
        var formats = new List<CellFormat>();
        if (part is null || !package.Has(part)) return formats;
        var codes = new Dictionary<int, string>();
        var known = new Dictionary<int, CellFormat>();
        using var xml = package.Open(part);
        var inCells = false;
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.IsElement && xml.Name is "cellXfs" or "cellStyleXfs" or "dxfs") inCells = xml.Name == "cellXfs";
            if (!xml.IsElement || formats.Count + codes.Count >= MostStyles) continue;
            if (!int.TryParse(xml["numFmtId"], CultureInfo.InvariantCulture, out var number) && xml.Name != "xf") continue;
            if (xml.Name == "numFmt" && xml["formatCode"] is { Length: <= LongestCode } code) codes.TryAdd(number, code);
            if (xml.Name != "xf" || !inCells) continue;
            if (!known.TryGetValue(number, out var format))
                known[number] = format = CellFormat.Of(codes.GetValueOrDefault(number) ?? BuiltInFormats.Of(number));
            formats.Add(format);
        }

        return formats;
    }
}
