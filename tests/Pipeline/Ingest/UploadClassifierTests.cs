using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class UploadClassifierTests(AzuriteFixture azurite) : IDisposable
{
    private const string Library = """
        {
          "dataset": "usage",
          "match": { "headers": ["Branch", "When"] },
          "columns": { "community": "Branch", "service": { "constant": "library" }, "date": "When", "visits": { "constant": 1 } }
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("classify-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Classify_Folder_PlacesByFolderNameHeaderAndMapping()
    {
        Write("usage/2025/a.csv", "x");
        Write("capacity-2025.xlsx", "x");
        Write("visits.csv", "社区,服务,日期,人次\n");
        Write("loans.csv", "Branch,When\n");
        Write("library.mapping.json", Library);
        Write("other.csv", "a,b\n");
        Write("read me.txt", "x");

        var placements = await ClassifyAsync();

        placements.ToDictionary(p => Path.GetFileName(p.File), p => p.Blob is null ? null : $"{p.Container}/{p.Blob}").ShouldBe(
            new Dictionary<string, string?>
            {
                ["library.mapping.json"] = "mappings/library.mapping.json",
                ["a.csv"] = "uploads/usage/2025/a.csv",
                ["capacity-2025.xlsx"] = "uploads/capacity/capacity-2025.xlsx",
                ["visits.csv"] = "uploads/usage/visits.csv",
                ["loans.csv"] = "uploads/usage/loans.csv",
                ["other.csv"] = null,
                ["read me.txt"] = null,
            },
            ignoreOrder: true);
        placements.Single(p => p.File.EndsWith("other.csv", StringComparison.Ordinal)).Problem!
            .ShouldContain("no dataset and no mapping fits its header (a, b)");
    }

    [Theory]
    [InlineData("usage-march.csv", "uploads/usage/usage-march.csv")]
    [InlineData("march.csv", null)]
    public async Task Classify_CountsUnderAnUnknownHeader_AreNoFeedback(string name, string? place)
    {
        Write(name, "community,service,date,visits (%)\nC1,meals,2026-03-01,5\n");

        var placement = (await ClassifyAsync()).ShouldHaveSingleItem();

        (placement.Blob is null ? null : $"{placement.Container}/{placement.Blob}").ShouldBe(place);
    }

    [Fact]
    public async Task Classify_DatasetFoldersBelowOthers_KeepsTheirFilesApart()
    {
        Write("2024/usage/jan.csv", "x");
        Write("2025/usage/jan.csv", "x");
        Write("2025/usage/north/jan.csv", "x");

        var placements = await ClassifyAsync();

        placements.Select(p => p.Blob).ShouldBe(["usage/2024/jan.csv", "usage/2025/jan.csv", "usage/2025/north/jan.csv"]);
    }

    [Theory]
    [InlineData("usage", "community,service,date,visits")]
    [InlineData("usage", "community,service,date,event_id,group")]
    [InlineData("feedback", "community,date,service,content,comment")]
    [InlineData("feedback", "社区,日期,投诉,意见")]
    [InlineData("capacity", "community,service,from,daily_capacity")]
    [InlineData("population", "community,date,population,age_60_plus")]
    [InlineData("communities", "community,name,subdistrict,district")]
    [InlineData("services", "service,name_en,name_zh,need_class,supply_type")]
    [InlineData("participation", "community,date,participants,channel,mode,eligible")]
    [InlineData("improvements", "community,start,measure,service")]
    [InlineData("calendar", "date,kind,name,community")]
    public async Task Classify_ByHeader_ChoosesTheDatasetThatKnowsMostOfIt(string dataset, string header)
    {
        Write("export.csv", header + "\n");

        (await ClassifyAsync()).ShouldHaveSingleItem().Blob.ShouldBe(dataset + "/export.csv");
    }

    private async Task<IReadOnlyList<UploadPlacement>> ClassifyAsync()
    {
        await using var host = new IngestHost(azurite);
        return await host.Classifier.ClassifyAsync(_folder.FullName, TestContext.Current.CancellationToken);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
