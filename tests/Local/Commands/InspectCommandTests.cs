using System.Text.Json;
using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

/// <summary>A person with a new file sees what ingest would make of it, without any storage.</summary>
public sealed class InspectCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inspect-command-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Inspect_OfAFileThatFits_ShowsWhatIngestWouldMakeOfIt()
    {
        var file = Write(
            "march.csv", "Site;社区;service;date;visits\nx;c1;meals;13/3/2026;1.234\ny;c1;meals;3/3/2026;5,5\nz;c1;meals;14/3/2026;7\n");

        var (exit, output, error) = await CommandRun.RunAsync("inspect", file);

        exit.ShouldBe(ExitCode.Success, output);
        output.ShouldContain("csv, utf-8, values separated by ;");
        output.ShouldContain("usage: its header names community ('社区')");
        output.ShouldContain("Dates in date have the day first, as 13/3/2026 shows.");
        output.ShouldContain("Numbers have a decimal comma, as 5,5 shows; 1.234 is read so.");
        output.ShouldMatch(@"date\s+date\s+0\s+13/3/2026 \| 3/3/2026 \| 14/3/2026\s+date\s+2026-03-13 \| 2026-03-03 \| 2026-03-14");
        output.ShouldMatch(@"c1\s+meals\s+2026-03-13\s+1234");
        output.ShouldContain("3 rows read = 2 kept + 1 rejected + 0 duplicates");
        error.ShouldContain("ready to ingest");
    }

    [Fact]
    public async Task Inspect_OfAFileThatFitsNothing_ProposesAMappingThatWorks()
    {
        var file = Write(
            "desk.csv",
            "Branch,Kind of service,Visit date,Number of visits,Remark\n"
                + "North,meals,2026-03-01,4,a\nNorth,meals,2026-03-02,5,b\nSouth,meals,2026-03-01,6,c\n");
        var mapping = Path.Combine(_folder.FullName, "desk.mapping.json");

        var (first, output, _) = await CommandRun.RunAsync("inspect", file, "--write-mapping", mapping);
        var (second, mapped, error) = await CommandRun.RunAsync("inspect", file, mapping);

        first.ShouldBe(ExitCode.UserError);
        output.ShouldContain("No dataset and no mapping fits its header");
        second.ShouldBe(ExitCode.Success, error + mapped + File.ReadAllText(mapping));
        mapped.ShouldContain("usage: mapping desk.mapping.json is for the file");
        mapped.ShouldContain("3 rows read = 3 kept + 0 rejected + 0 duplicates");
    }

    [Fact]
    public async Task Inspect_OfAWideTable_ProposesAMappingThatMakesRows()
    {
        var file = Write("library.csv", "Library,Jan 2026,Feb 2026,Mar 2026\nNorth,10,20,30\nSouth,11,21,31\n");
        var mapping = Path.Combine(_folder.FullName, "library.mapping.json");

        var (exit, output, _) = await CommandRun.RunAsync("inspect", file, "--write-mapping", mapping);
        var (second, mapped, error) = await CommandRun.RunAsync("inspect", file, mapping);

        exit.ShouldBe(ExitCode.UserError);
        output.ShouldContain("Columns Jan 2026, Feb 2026 and Mar 2026 look like periods");
        second.ShouldBe(ExitCode.Success, error + mapped + File.ReadAllText(mapping));
        mapped.ShouldContain("6 rows read = 6 kept + 0 rejected + 0 duplicates");
    }

    [Fact]
    public async Task Inspect_OfWhatIsNoTable_SaysWhatItIs()
    {
        var file = Write("report.csv", "%PDF-1.7 and the rest of a document");

        var (exit, output, error) = await CommandRun.RunAsync("inspect", file);

        exit.ShouldBe(ExitCode.UserError);
        output.ShouldContain("problem");
        error.ShouldContain("to be mended");
    }

    [Fact]
    public async Task Inspect_AsJson_SaysTheSameToPrograms()
    {
        var file = Write("usage.csv", "community,service,date,visits\nc1,meals,2026-03-01,5\nc1,meals,2026-03-02,-1\n");

        var (exit, output, _) = await CommandRun.RunAsync("inspect", file, "--json");

        exit.ShouldBe(ExitCode.Success);
        using var json = JsonDocument.Parse(output);
        var report = json.RootElement[0];
        report.GetProperty("format").GetString().ShouldBe("csv");
        report.GetProperty("datasets")[0].GetProperty("dataset").GetString().ShouldBe("usage");
        report.GetProperty("account").GetProperty("kept").GetInt32().ShouldBe(1);
        report.GetProperty("account").GetProperty("reasons")[0].GetProperty("message").GetProperty("text").GetString()
            .ShouldBe("visits: negative");
        report.GetProperty("columns")[2].GetProperty("samples")[0].GetProperty("readAs").GetString().ShouldBe("2026-03-01");
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
