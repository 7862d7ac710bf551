using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Tests.Pipeline.Ingest.Inspection;

/// <summary>Tables are written as they were understood.</summary>
public sealed class TableExportTests
{
    [Fact]
    public async Task Write_TableWithRowsThatCannotBePlaced_WritesBoth()
    {
        var (made, table, beside) = await WriteAsync("Report\n\na;b;c\n1;x;\"p;q\"\n2;y\";z\n3;\"y;z\n\nd;e;f\nu;v;w\n");

        table.ShouldBe("a,b,c\r\n1,x,p;q\r\n2,\"y\"\"\",z\r\n3,\"\"\"y\",z\r\n");
        beside.ShouldStartWith("line,reason,original\r\n8,\"belongs to a second table");
        (made.Placed, made.Mended, made.LeftOut, made.Problem).ShouldBe((3, 1, 2, null));
    }

    [Fact]
    public async Task Write_NoHeader_WritesNone()
    {
        var (_, table, beside) = await WriteAsync("2026-03-01,5\n2026-03-02,6\n");

        table.ShouldBe("2026-03-01,5\r\n2026-03-02,6\r\n");
        beside.ShouldBeNull();
    }

    [Fact]
    public async Task Write_CellWithoutAValueThatCanBeRead_TellsIt()
    {
        var (made, table, _) = await WriteAsync("{\"a\":1,\"b\":2}\n{\"a\":[1],\"b\":3}\n");

        table.ShouldBe("a,b\r\n1,2\r\n,3\r\n");
        made.Assumptions[^1].ShouldBe(
            "1 cell has no value that can be read and is left blank, on line 2: a list or an object instead of a value.");
    }

    [Fact]
    public async Task Write_EmptyFile_WritesAnEmptyTable()
    {
        var (made, table, _) = await WriteAsync("");

        (table, made.Problem).ShouldBe(("", null));
    }

    private static async Task<(ExportedTable Made, string Table, string? Beside)> WriteAsync(string text)
    {
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "x.csv"), Path.Combine(folder.FullName, "y.csv"));
            await File.WriteAllTextAsync(source, text, cancel);
            var made = await TableExport.WriteAsync(source, target, cancel);
            var beside = target + TableExport.LeftOutSuffix;
            return (
                made, await File.ReadAllTextAsync(target, cancel),
                File.Exists(beside) ? await File.ReadAllTextAsync(beside, cancel) : null);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
