using System.Security.Cryptography;
using CommunityDemand.Local;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.SampleCity;

public sealed class SampleCityGeneratorTests : IDisposable
{
    private static readonly SampleCityOptions Small = new() { Communities = 9, Services = 5, Years = 1 };

    private readonly string _root = Directory.CreateTempSubdirectory("sample-cities-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task WriteAsync_SameOptionsTwice_GivesTheSameBytes()
    {
        var (a, b) = (await WriteAsync("a", Small), await WriteAsync("b", Small));

        Hashes(b).ShouldBe(Hashes(a));
        Hashes(a).Count.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task WriteAsync_OtherSeed_GivesOtherBytes()
    {
        var (a, b) = (Hashes(await WriteAsync("a", Small)), Hashes(await WriteAsync("b", Small with { Seed = 2 })));

        a.Keys.ShouldBe(b.Keys);
        a.Where(f => f.Value == b[f.Key]).Select(f => Path.GetFileName(f.Key)).ShouldBe(
            ["calendar.csv", "satisfaction.csv", "calendar.csv", "empty.csv", "no-such-columns.csv", "cut-in-quote.csv", "services.jsonl"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task WriteAsync_LargerCity_HoldsTheSmallerOneUnchanged()
    {
        var small = await TruthAsync(await WriteAsync("a", Small));
        var large = await TruthAsync(await WriteAsync("b", Small with { Communities = 10, Services = 6 }));

        large.Count.ShouldBeGreaterThan(small.Count);
        small.Where(day => !large[day.Key].Equals(day.Value)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WriteAsync_Dirty_RowsOfEveryFileAreThoseOfTheAccount()
    {
        var folder = await WriteAsync("a", Small with { Dirty = 0.2 });
        foreach (var account in await UploadedRows.ReadAsync(Path.Combine(folder, "truth", "accounts.csv")))
        {
            var path = Path.Combine(folder, account["drop"], account["path"]);
            if (account["status"] != "Ingested" || Path.GetExtension(path) is not (".csv" or ".tsv" or ".jsonl") || path.Contains("broken"))
                continue;

            var header = path.EndsWith(".jsonl") ? 0 : 1;
            File.ReadLines(path).Count()
                .ShouldBe(header + int.Parse(account["kept"]) + int.Parse(account["rejected"]) + int.Parse(account["duplicates"]), path);
        }
    }

    [Fact]
    public async Task WriteAsync_Dirty_HasAboutTheShareOfBadRowsAndEveryFlaw()
    {
        var folder = await WriteAsync("a", Small with { Dirty = 0.1 });
        var usage = (await UploadedRows.ReadAsync(Path.Combine(folder, "truth", "accounts.csv")))
            .Where(a => a["path"].StartsWith("usage/20") && !a["path"].EndsWith(".parquet")).ToList();

        var (kept, rejected) = (usage.Sum(a => double.Parse(a["kept"])), usage.Sum(a => double.Parse(a["rejected"])));
        (rejected / (kept + rejected)).ShouldBe(0.1, 0.01);
        var flaws = await UploadedRows.ReadAsync(Path.Combine(folder, "truth", "flaws.csv"));
        flaws.Sum(f => double.Parse(f["rows"])).ShouldBeGreaterThanOrEqualTo(rejected);
        flaws.Select(f => f["flaw"]).Distinct().Count().ShouldBe(24);
    }

    [Fact]
    public async Task WriteAsync_Clean_HasNothingToReject()
    {
        var accounts = await UploadedRows.ReadAsync(Path.Combine(await WriteAsync("a", Small with { Dirty = 0 }), "truth", "accounts.csv"));

        accounts.Sum(a => int.Parse(a["rejected"])).ShouldBe(0);
        accounts.ShouldNotContain(a => a["status"] == "Rejected");
        accounts.Count(a => a["status"] == "Duplicate").ShouldBe(1);
        accounts.Sum(a => int.Parse(a["duplicates"])).ShouldBeGreaterThan(0);
    }

    [Fact]
    [Slow]
    public async Task WriteAsync_DirtyOrClean_TruthStaysTheSame()
    {
        var clean = await TruthAsync(await WriteAsync("a", Small with { Dirty = 0 }));
        var dirty = await TruthAsync(await WriteAsync("b", Small with { Dirty = 0.3 }));

        dirty.Except(clean).ShouldBeEmpty();
        dirty.Count.ShouldBe(clean.Count);
    }

    [Fact]
    public async Task WriteAsync_ForeignFolder_IsLeftAlone()
    {
        var folder = Path.Combine(_root, "mine");
        Directory.CreateDirectory(Path.Combine(folder, "uploads"));
        var precious = Path.Combine(folder, "uploads", "precious.txt");
        await File.WriteAllTextAsync(precious, "keep", TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<UserErrorException>(() => WriteAsync("mine", Small))).Message.ShouldContain("did not write");
        File.Exists(precious).ShouldBeTrue();
    }

    [Fact]
    public async Task WriteAsync_OverAnInterruptedPass_ReplacesIt()
    {
        using var stop = new CancellationTokenSource();
        var folder = Path.Combine(_root, "a");
        await Should.ThrowAsync<OperationCanceledException>(() => SampleCityGenerator.WriteAsync(
            Small with { Communities = 20 }, folder, new StopAfter(3, stop), stop.Token));
        (await SampleCityManifest.ReadAsync(folder, CancellationToken.None))!.IsCurrent.ShouldBeFalse();

        await WriteAsync("a", Small);

        Hashes(folder).ShouldBe(Hashes(await WriteAsync("b", Small)));
        (await SampleCityManifest.ReadAsync(folder, CancellationToken.None))!.IsCurrent.ShouldBeTrue();
        (await SampleCityManifest.ReadAsync(folder, CancellationToken.None))!.Options.ShouldBe(Small);
    }

    [Fact]
    public async Task WriteAsync_Manifest_ListsEveryUpload()
    {
        var folder = await WriteAsync("a", Small);
        var manifest = (await SampleCityManifest.ReadAsync(folder, CancellationToken.None))!;

        foreach (var drop in manifest.Drops)
        {
            var root = Path.Combine(folder, drop.Folder);
            Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
                .ShouldBe(drop.Files, ignoreOrder: true);
        }

        manifest.Drops[0].Files.ShouldContain(manifest.Drops[1].Files.Single());
    }

    [Theory]
    [InlineData(0, 12, 3, 0.02)]
    [InlineData(10_000, 12, 3, 0.02)]
    [InlineData(24, 41, 3, 0.02)]
    [InlineData(24, 12, 0, 0.02)]
    [InlineData(24, 12, 21, 0.02)]
    [InlineData(24, 12, 3, 0.6)]
    [InlineData(24, 12, 3, double.NaN)]
    public async Task WriteAsync_OptionOutOfRange_NamesIt(int communities, int services, int years, double dirty) =>
        (await Should.ThrowAsync<UserErrorException>(() => WriteAsync(
            "a", new SampleCityOptions { Communities = communities, Services = services, Years = years, Dirty = dirty }))).Message
                .ShouldContain("--");

    private async Task<string> WriteAsync(string name, SampleCityOptions options)
    {
        var folder = Path.Combine(_root, name);
        await SampleCityGenerator.WriteAsync(options, folder, progress: null, TestContext.Current.CancellationToken);
        return folder;
    }

    private static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != SampleCityManifest.FileName)
            .ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);

    private static async Task<Dictionary<(string, string, string), (string, string)>> TruthAsync(string folder) =>
        (await UploadedRows.ReadAsync(Path.Combine(folder, "truth", "demand.parquet")))
            .ToDictionary(r => (r["community"], r["service"], r["date"]), r => (r["mean"], r["wanted"]));

    private sealed class StopAfter(int communities, CancellationTokenSource stop) : IProgress<SampleCityProgress>
    {
        public void Report(SampleCityProgress value)
        {
            if (value.CommunitiesDone == communities) stop.Cancel();
        }
    }
}
