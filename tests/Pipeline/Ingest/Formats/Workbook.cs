using System.IO.Compression;
using System.Text;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Writes workbooks as no library does.</summary>
internal static class Workbook
{
    /// <summary>A workbook of one sheet.</summary>
    /// <param name="rows">What <see cref="Row"/> makes.</param>
    /// <param name="shared">Element <c>sst</c>, if any.</param>
    public static byte[] Of(string rows, string? shared = null)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>");
            Write(zip, "xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>");
            if (shared is not null) Write(zip, "xl/sharedStrings.xml", shared);
        }

        return packed.ToArray();
    }

    public static string Row(params string[] cells) => $"<row>{string.Concat(cells)}</row>";

    public static string Texts(params string[] texts) =>
        string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"));

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
