using System.IO.Compression;
using System.Text;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>A file is what its bytes are, whatever its name says.</summary>
public sealed class ContentTests
{
    private const string Table = "community,service,date,visits\nC1,library,2026-03-01,5\n";

    [Theory]
    [InlineData("usage/x.csv")]
    [InlineData("usage/x.xlsx")]
    [InlineData("usage/x.parquet")]
    [InlineData("usage/x")]
    public async Task Read_PackedUnderAnyName_IsUnpacked(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Table);

        (await ReadContent.RowsAsync(FormatTests.Gzip(bytes), name)).Rows.ShouldBe(["2:C1|library|2026-03-01|5"]);
        (await ReadContent.RowsAsync(Zip(("a.csv", bytes), ("__MACOSX/._a.csv", [1])), name)).Rows.ShouldBe(["2:C1|library|2026-03-01|5"]);
        (await ReadContent.RowsAsync(bytes, name)).Rows.ShouldBe(["2:C1|library|2026-03-01|5"]);
    }

    [Fact]
    public async Task Inspect_TheSameTablePackedTwoWays_IsOneContent()
    {
        var bytes = Encoding.UTF8.GetBytes(Table);

        var hash = (await ReadContent.InspectAsync(bytes)).Hash;

        (await ReadContent.InspectAsync(Zip(("a.csv", bytes)))).Hash.ShouldBe(hash);
        (await ReadContent.InspectAsync(FormatTests.Gzip(bytes))).Hash.ShouldBe(hash);
    }

    [Theory]
    [InlineData("usage/x.xls")]
    [InlineData("usage/x.csv")]
    public async Task Read_WebPageUnderAnyName_GivesItsTable(string name)
    {
        var cells = Table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => $"<tr><td>{line.Replace(",", "</td><td>", StringComparison.Ordinal)}</td></tr>");

        var read = await ReadContent.RowsAsync($"<html><body><table>{string.Concat(cells)}</table></body></html>", name);

        read.Content.Format.ShouldBe(UploadFormat.Workbook);
        read.Rows.ShouldBe(["2:C1|library|2026-03-01|5"]);
    }

    public static TheoryData<string, byte[], string> Foreign()
    {
        var bytes = Encoding.UTF8.GetBytes(Table);
        return new()
        {
            { "pdf", [.. "%PDF-1.7\n"u8, .. new byte[100]], "document" },
            { "png", [0x89, (byte)'P', (byte)'N', (byte)'G', .. new byte[100]], "picture" },
            { "7z", [(byte)'7', (byte)'z', 0xBC, 0xAF, .. new byte[100]], "packed in a way" },
            { "two tables", Zip(("a.csv", bytes), ("b.csv", bytes)), "2 files (a.csv, b.csv)" },
            { "empty zip", Zip(), "no file in it" },
            { "zip in zip", Zip(("a.zip", Zip(("a.csv", bytes)))), "Upload it unpacked" },
            { "gzip in gzip", FormatTests.Gzip(FormatTests.Gzip(bytes)), "packed twice" },
            { "document", Zip(("[Content_Types].xml", [1]), ("word/document.xml", [1])), "a text document" },
            { "open document", Zip(("mimetype", [1]), ("content.xml", [1])), "OpenDocument" },
            { "packed page", FormatTests.Gzip("<html><table><tr><td>1</td></tr></table></html>"u8.ToArray()), "Upload it unpacked" },
            { "page of files", "MIME-Version: 1.0\r\n\r\n<html></html>"u8.ToArray(), "web page" },
            { "xml", "<?xml version=\"1.0\"?><rows><row/></rows>"u8.ToArray(), "XML" },
            { "old workbook", Ole("Workbook"), "workbook is damaged" },
            { "encrypted workbook", Ole("EncryptedPackage"), "password" },
            { "old document", Ole("WordDocument"), "a text document" },
            { "zeros", new byte[5000], "no text" },
        };
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Read_WhatIsNoTable_IsRefusedByItsName(string what, byte[] bytes, string named)
    {
        var refused = await Should.ThrowAsync<UnreadableUploadException>(() => ReadContent.RowsAsync(bytes), what);

        refused.Message.ShouldContain(named);
    }

    [Fact]
    public async Task Read_TextEncodedTwiceInSomeRows_RejectsThoseRows()
    {
        var (content, _, rows) = await ReadContent.RowsAsync("community,date,visits\nCafé,2026-03-01,5\nCafÃ©,2026-03-02,6\n");

        rows.ShouldBe(["2:Café|2026-03-01|5", "3:text that was encoded twice ('CafÃ©' for 'Café')"]);
        content.Assumptions.Select(one => one.Text()).ShouldContain(one => one.Contains("encoded twice", StringComparison.Ordinal));
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Ole(string stream)
    {
        var bytes = new byte[4096];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(bytes, 0);
        bytes[30] = 9;
        bytes[48] = 1;
        Encoding.Unicode.GetBytes(stream).CopyTo(bytes, 1024);
        bytes[1024 + 64] = (byte)((stream.Length + 1) * 2);
        return bytes;
    }
}
