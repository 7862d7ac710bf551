using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Pipeline.Ingest.Cases;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Inspection;

/// <summary>The account of an inspection is the one that ingest gives of a file that is stored first.</summary>
[UsesAzurite]
public sealed class FileInspectorTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inspector-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Cases => IntakeCaseTests.Names;

    public static TheoryData<string> Flawed =>
    [
        "community,service,date,visits\nc1,meals,3/8/2026,5\nc1,meals,4/8/2026,6\nc1,meals,2026-03-01,7\n",
        "community,service,date,visits\nc1,meals,2026-03-01,5\nc1,meals,2026-03-01,5\nc1,meals,xx,5\n",
        "event_id,community,service,date\n1,c1,meals,2026-03-01\n1,c1,meals,2026-03-01\n1,c2,meals,2026-03-01\n,c2,meals,2026-03-01\n",
        "community,service,date,visits\nc1,meals,3/4/2026,5\nc1,meals,13/4/2026,1.234\nc1,meals,14/4/2026,\"1,5\"\n",
        "community,service,from,daily_capacity\nc1,meals,2026-01-01,10\nc1,meals,2026-01-01,12\nc1,,2026-01-01,5\n",
        "community,service,date,visits\nc1,meals,2026-03-01,31\nc2,meals,2026-03-01,47\nc3,meals,2026-03-01,52\nc4,meals,2026-03-01,68\n"
            + "c1,meals,2026-03-01,31\nc2,meals,2026-03-01,47\nc3,meals,2026-03-01,52\nc4,meals,2026-03-01,68\n",
        "community,service,date,visits\nc1,meals,2026-03-01,\"5\nc1,meals,2026-03-02,6\nc1,meals,2026-03-03,7,8\n",
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Flawed))]
    public async Task Inspect_FlawedFile_GivesTheAccountOfIngest(string text)
    {
        var path = Path.Combine(_folder.FullName, "new.csv");
        await File.WriteAllTextAsync(path, text, Cancel);

        await CompareAsync([]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Inspect_FileThatFooledAnIntake_GivesTheAccountOfIngest(string name)
    {
        if (!IntakeCaseTests.TryCopy(name, _folder.FullName, out var mappings)) Assert.Skip("The cases are not here.");

        await CompareAsync([.. mappings.Select(mapping => Path.Combine(_folder.FullName, mapping))]);
    }

    [Fact]
    public async Task Inspect_FilesOfASampleCityWithFlaws_GivesTheAccountOfIngest()
    {
        var options = new SampleCityOptions { Communities = 3, Services = 3, Years = 1, Dirty = 0.2 };
        await SampleCityGenerator.WriteAsync(options, _folder.FullName, progress: null, Cancel);

        await CompareAsync([], Path.Combine(_folder.FullName, SampleCityGenerator.FirstDrop));
    }

    // Each file alone: an inspection knows of no other.
    private async Task CompareAsync(IReadOnlyList<string> mappings, string? folder = null)
    {
        FileInspector inspector;
        try
        {
            inspector = await FileInspector.CreateAsync(mappings, TimeProvider.System, Cancel);
        }
        catch (CommunityDemand.Pipeline.Ingest.Mappings.MappingException refused)
        {
            refused.Reason.Code.ShouldStartWith("mapping.");
            return;
        }

        var files = new DirectoryInfo(folder ?? _folder.FullName).GetFiles("*", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (var file in files.Where(file => !FileInspector.IsMapping(file.Name)))
        {
            var report = await inspector.InspectAsync(file.FullName, Cancel);
            await using var host = new IngestHost(azurite);
            foreach (var mapping in mappings)
            {
                await host.PutMappingAsync(Path.GetFileName(mapping), await File.ReadAllBytesAsync(mapping, Cancel));
            }

            if (report.Account is not { } dry)
            {
                var placement = (await host.Classifier.ClassifyAsync(file.FullName, Cancel)).Single();
                placement.Problem.ShouldNotBeNull();
                report.Problem.ShouldNotBeNull();
                continue;
            }

            var account = await host.IngestAsync(dry.Blob, await File.ReadAllBytesAsync(file.FullName, Cancel));
            Shown(dry).ShouldBe(Shown(account));
        }
    }

    private static string Shown(UploadAccount account) => string.Join(
        '\n',
        [
            $"{account.Blob} {account.Status} {account.Read} = {account.Kept} + {account.Rejected} + {account.Duplicates}",
            $"{account.Message}",
            .. account.Reasons.Select(reason => $"{reason.Message}: {reason.Rows}"),
            .. account.Assumptions.Select(message => $"{message}"),
            .. account.Doubts.Select(message => $"{message}"),
        ]);
}
