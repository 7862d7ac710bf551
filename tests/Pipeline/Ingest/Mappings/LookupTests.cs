using System.Text;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

[UsesAzurite]
public sealed class LookupTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Mapping = """
        {
          "version": 2,
          "dataset": "usage",
          "match": { "headers": ["branch", "day"] },
          "columns": {
            "community": { "from": "branch", "lookup": { "file": "branches.csv", "from": "name", "to": "code" } },
            "service": { "constant": "library" },
            "date": "day",
            "visits": "loans"
          }
        }
        """;

    private const string Loans = "branch,day,loans\ncentral,2025-03-07,3\nHill,2025-03-07,4\n";

    private readonly IngestHost _host = new(azurite);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lookup-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return _host.DisposeAsync();
    }

    [Fact]
    public async Task Ingest_ValueThatTheTableLacks_IsRejected()
    {
        await PutAsync("name,code\nCentral,B01\n");

        var account = await _host.IngestAsync("usage/loans.csv", Loans);

        (account.Kept, account.Rejected).ShouldBe((1, 1));
        account.Reasons.ByText().ShouldHaveSingleItem().Key.ShouldBe("community: not in the table branches.csv of the mapping");
        (await _host.UsageAsync()).ShouldBe(["B01|library|2025-03-07||3|0|0|0|0"]);
    }

    [Theory]
    [InlineData(null, "names branches.csv, which is not beside the mapping")]
    [InlineData("name,key\nCentral,B01\n", "needs one column 'code' in its table, whose header reads: name and key")]
    [InlineData("name,code\nCentral,B01\ncentral,B02\n", "has 'central' twice in its table, as 'B01' and as 'B02'")]
    [InlineData("", "names a table that can't be read")]
    public async Task Ingest_TableThatCantWork_IsNamedInTheMessage(string? table, string message)
    {
        await PutAsync(table);

        (await _host.IngestAsync("usage/loans.csv", Loans)).Message.Text().ShouldContain($"$.columns.community.lookup {message}");
    }

    [Fact]
    public async Task Sweep_TableThatIsCorrected_TriesTheFileAgain()
    {
        await PutAsync(null);
        await _host.IngestAsync("usage/loans.csv", Loans);
        await PutAsync("name,code\nCentral,B01\nHill,B02\n");

        (await _host.SweepAsync()).ShouldHaveSingleItem().Kept.ShouldBe(2);
    }

    [Fact]
    public async Task Classify_TableBesideTheMapping_GoesWithTheMapping()
    {
        await WriteAsync("loans.mapping.json", Mapping);
        await WriteAsync("branches.csv", "name,code\nCentral,B01\n");
        await WriteAsync("loans.csv", Loans);

        var placements = await _host.Classifier.ClassifyAsync(_folder.FullName, Cancel);

        placements.Select(placement => $"{placement.Container}/{placement.Blob}").Order(StringComparer.Ordinal).ShouldBe(
        [
            $"{StorageNames.MappingsContainer}/branches.csv", $"{StorageNames.MappingsContainer}/loans.mapping.json",
            $"{StorageNames.UploadsContainer}/usage/loans.csv",
        ]);
    }

    [Fact]
    public async Task Ingest_FileThatAMappingOpensAndWhoseHeaderDiffers_IsRefused()
    {
        const string Hinted = """
            {"dataset":"usage","match":{"file":"loans*","headers":["Filiale"]},"delimiter":";",
             "columns":{"community":"Filiale","service":"s","date":"d","visits":"v"}}
            """;
        await _host.PutMappingAsync("hinted.json", Encoding.UTF8.GetBytes(Hinted));

        (await _host.IngestAsync("usage/loans.csv", "community;service;date;visits\nA;meals;2025-03-07;1\n")).Message.Text()
            .ShouldContain("Mapping hinted.json says by the file's name how the file is read, and the file lacks its header 'Filiale'.");
    }

    private async Task PutAsync(string? table)
    {
        await _host.PutMappingAsync("loans.json", Encoding.UTF8.GetBytes(Mapping));
        if (table is not null) await _host.PutMappingAsync("branches.csv", Encoding.UTF8.GetBytes(table));
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, name), text, Cancel);
}
