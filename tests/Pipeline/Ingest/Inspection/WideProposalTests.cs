using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;
using CommunityDemand.Tests.Support;
using Json.Schema;

namespace CommunityDemand.Tests.Pipeline.Ingest.Inspection;

/// <summary>A person with a wide file gets from file to facts in two commands.</summary>
[UsesAzurite]
public sealed class WideProposalTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wide-");
    private readonly IngestHost _host = new(azurite);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Name and text of a file, and the facts: community, channel, day and participants.</summary>
    public static TheoryData<string, string, string[]> ByPeriod => new()
    {
        {
            "library-2025.csv", "Branch,2025-01,2025-02,2025-03\nNorth,10,20,30\nSouth,11,,31\n",
            ["North||2025-01-01|10", "North||2025-02-01|20", "North||2025-03-01|30", "South||2025-01-01|11", "South||2025-03-01|31"]
        },
        {
            "library.csv", "Branch,Jan 2025,Feb 2025,Mar 2025,Total\nNorth,10,20,30,60\nSouth,11,21,31,63\n",
            ["North||2025-01-01|10", "North||2025-02-01|20", "North||2025-03-01|30", "South||2025-01-01|11",
                "South||2025-02-01|21", "South||2025-03-01|31"]
        },
        {
            "图书馆2025年.csv", "分馆,1月,2月,12月\n北馆,10,20,30\n南馆,11,21,31\n",
            ["北馆||2025-01-01|10", "北馆||2025-02-01|20", "北馆||2025-12-01|30", "南馆||2025-01-01|11", "南馆||2025-02-01|21", "南馆||2025-12-01|31"]
        },
        {
            "library.csv", "Branch,Year,Jan,Feb,Mar,Age\nNorth,2024,10,20,30,7\nNorth,2025,11,21,31,8\n",
            ["North||2024-01-01|10", "North||2024-02-01|20", "North||2024-03-01|30", "North||2025-01-01|11",
                "North||2025-02-01|21", "North||2025-03-01|31"]
        },
        {
            "library.csv", "Branch,visitors 2025-01,visitors 2025-02,staff 2025-01\nNorth,10,20,1\nSouth,11,21,2\n",
            ["North||2025-01-01|10", "North||2025-02-01|20", "South||2025-01-01|11", "South||2025-02-01|21"]
        },
        {
            "library.csv", "Branch,2025Q1,2025Q2,2025Q3\nNorth,10,20,30\n",
            ["North||2025-01-01|10", "North||2025-04-01|20", "North||2025-07-01|30"]
        },
        {
            "library.csv", "Branch,2025-W01,2025-W02,2025-W03\nNorth,10,20,30\n",
            ["North||2024-12-30|10", "North||2025-01-06|20", "North||2025-01-13|30"]
        },
    };

    /// <summary>Name and text of a file, and the facts: community, service, day, group and visits.</summary>
    public static TheoryData<string, string, string[]> ByService => new()
    {
        {
            "centres.csv", "Centre,Date,Meals,Day care,Chess club,Remarks\nNorth,2025-03-01,40,12,3,\n"
                + "North,2025-03-02,38,,4,snow\nSouth,2025-03-01,7,8,9,\n",
            ["North|Chess club|2025-03-01||3", "North|Chess club|2025-03-02||4", "North|Day care|2025-03-01||12",
                "North|Meals|2025-03-01||40",
                "North|Meals|2025-03-02||38", "South|Chess club|2025-03-01||9", "South|Day care|2025-03-01||8", "South|Meals|2025-03-01||7"]
        },
        {
            "harbour-2025.csv", "Date,Meal help,Library,Sports,Total\n2025-03-01,40,12,3,55\n2025-03-02,38,1,4,43\n",
            ["harbour|library|2025-03-01||12", "harbour|library|2025-03-02||1", "harbour|meal-help|2025-03-01||40",
                "harbour|meal-help|2025-03-02||38",
                "harbour|sports|2025-03-01||3", "harbour|sports|2025-03-02||4"]
        },
        {
            "meals.csv", "Centre,Service,Date,Men,Women\nNorth,Meals,2025-03-01,40,12\nNorth,Care,2025-03-01,4,5\n"
                + "South,Meals,2025-03-01,1,2\n",
            ["North|Care|2025-03-01|Men|4", "North|Care|2025-03-01|Women|5", "North|Meals|2025-03-01|Men|40",
                "North|Meals|2025-03-01|Women|12",
                "South|Meals|2025-03-01|Men|1", "South|Meals|2025-03-01|Women|2"]
        },
        {
            "centres.csv", "Centre,Service,2025-03-01,2025-03-02,2025-03-03\nNorth,Meals,40,12,3\nNorth,Care,4,5,6\n",
            ["North|Care|2025-03-01||4", "North|Care|2025-03-02||5", "North|Care|2025-03-03||6", "North|Meals|2025-03-01||40",
                "North|Meals|2025-03-02||12", "North|Meals|2025-03-03||3"]
        },
        {
            "centres-2025-02.csv",
            $"Centre,Service,{string.Join(',', Enumerable.Range(1, 28).Select(day => $"{day}日"))}\n"
                + $"North,Meals,{string.Join(',', Enumerable.Range(140, 28))}\nSouth,Care,{string.Join(',', Enumerable.Range(7, 28))}\n",
            [
                .. Enumerable.Range(1, 28).Select(day => $"North|Meals|2025-02-{day:00}||{day + 139}"),
                .. Enumerable.Range(1, 28).Select(day => $"South|Care|2025-02-{day:00}||{day + 6}"),
            ]
        },
    };

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await _host.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(ByPeriod))]
    public async Task Propose_ColumnAPeriod_GivesTheFactsOfTheFile(string name, string text, string[] facts)
    {
        (await IngestByProposalAsync(name, Encoding.UTF8.GetBytes(text))).Dataset.ShouldBe("participation");

        (await ParticipationAsync()).ShouldBe(facts);
    }

    [Theory]
    [MemberData(nameof(ByService))]
    public async Task Propose_ColumnAServiceGroupOrDay_GivesTheFactsOfTheFile(string name, string text, string[] facts)
    {
        (await IngestByProposalAsync(name, Encoding.UTF8.GetBytes(text))).Dataset.ShouldBe("usage");

        (await UsageAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Propose_WorkbookOfYears_TakesTheYearFromTheSheet()
    {
        string[] header = ["Branch", "Jan", "Feb", "Mar"];
        var book = new BookMaker()
            .Sheet("2024", BookMaker.Rows(header, ["North", "1", "2", "3"], ["South", "4", "5", "6"]))
            .Sheet("2025", BookMaker.Rows(header, ["North", "7", "8", "9"]));

        await IngestByProposalAsync("library.xlsx", book.Make());

        (await ParticipationAsync()).ShouldBe(
        [
            "North||2024-01-01|1", "North||2024-02-01|2", "North||2024-03-01|3", "North||2025-01-01|7", "North||2025-02-01|8",
            "North||2025-03-01|9", "South||2024-01-01|4", "South||2024-02-01|5", "South||2024-03-01|6",
        ]);
    }

    [Fact]
    public async Task Propose_MonthsWithoutAYear_AsksForTheYear()
    {
        var report = await InspectAsync("library.csv", "Branch,Jan,Feb,Mar\nNorth,1,2,3\n"u8.ToArray());

        var mapping = report.Mapping.ShouldNotBeNull();
        mapping.ShouldContain("// \"date\": { \"year\": \"?\", \"month\": \"month\", \"day\": 1 }");
        mapping.ShouldContain("nothing tells the year");
    }

    [Fact]
    public async Task Propose_InChinese_CommentsInChinese()
    {
        var path = Path.Combine(_folder.FullName, "library.csv");
        await File.WriteAllTextAsync(path, "Branch,Jan 2025,Feb 2025,Mar 2025\nNorth,1,2,3\n", Cancel);

        var report = await (await InspectorAsync()).InspectAsync(path, Cancel, Language.Chinese);

        report.Mapping.ShouldNotBeNull().ShouldContain("// 为 library.csv 拟定");
        report.Mapping.ShouldContain("// 统计期首日，必需：取自表头");
        report.Mapping.ShouldNotContain("needed");
    }

    [Theory]
    [InlineData("library.csv", "Branch,Jan 2025,Feb 2025,Mar 2025\nNorth,1,2,3\n")]
    [InlineData("centres.csv", "Centre,Date,Meals,Day care,Chess\nNorth,2025-03-01,1,2,3\n")]
    public async Task Classify_WideFile_NamesTheTwoCommands(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, text, Cancel);

        var placement = (await _host.Classifier.ClassifyAsync(path, Cancel)).Single();

        placement.Problem.ShouldNotBeNull().ShouldContain("The table is wide.");
        placement.Problem.ShouldContain($"inspect {name} --write-mapping new.mapping.json");
        placement.Problem.ShouldContain($"ingest {name} new.mapping.json");
    }

    [Fact]
    public async Task Ingest_WideFileInTheFolderOfADataset_NamesTheTwoCommands()
    {
        var account = await _host.IngestAsync("usage/centres.csv", "community,date,Meals,Day care,Chess\nNorth,2025-03-01,1,2,3\n");

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message!.Text().ShouldContain("Columns Meals, Day care and Chess look like services");
        account.Message!.Text().ShouldContain("'inspect centres.csv --write-mapping new.mapping.json'");
    }

    private async Task<UploadAccount> IngestByProposalAsync(string name, byte[] content)
    {
        var report = await InspectAsync(name, content);
        report.Account.ShouldBeNull();
        var mapping = report.Mapping.ShouldNotBeNull();
        using var json = JsonDocument.Parse(mapping, Lenient);
        JsonSchema.FromText(Repository.Read("docs/mapping.schema.json")).Evaluate(json.RootElement).IsValid.ShouldBeTrue(mapping);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "new.mapping.json"), mapping, Cancel);

        var placements = await _host.Classifier.ClassifyAsync(_folder.FullName, Cancel);
        await _host.PutMappingAsync("new.mapping.json", Encoding.UTF8.GetBytes(mapping));
        var upload = placements.Single(placement => placement.Container == StorageNames.UploadsContainer);
        var account = await _host.IngestAsync(upload.Blob.ShouldNotBeNull(upload.Problem + mapping), content);
        account.Rejected.ShouldBe(0, account.Message?.Text() + mapping);
        account.Status.ShouldBe(UploadStatus.Ingested, account.Message?.Text() + mapping);
        return account;
    }

    private async Task<FileReport> InspectAsync(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, content, Cancel);
        return await (await InspectorAsync()).InspectAsync(path, Cancel);
    }

    private static Task<FileInspector> InspectorAsync() => FileInspector.CreateAsync([], TimeProvider.System, Cancel);

    private async Task<string[]> ParticipationAsync() =>
    [
        .. (await _host.Facts.ReadParticipationAsync(Cancel)).Select(fact => string.Create(
            CultureInfo.InvariantCulture, $"{fact.Community}|{fact.Channel}|{fact.Date:yyyy-MM-dd}|{fact.Participants}"))
            .Order(StringComparer.Ordinal),
    ];

    private async Task<string[]> UsageAsync() =>
    [
        .. (await _host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToListAsync(Cancel))
            .Select(fact => string.Create(
            CultureInfo.InvariantCulture, $"{fact.Community}|{fact.Service}|{fact.Date:yyyy-MM-dd}|{fact.Group}|{fact.Visits}"))
            .Order(StringComparer.Ordinal),
    ];
}
