using System.Text.Json;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Cases;

/// <summary>Files that fooled an intake once: for each, either the facts are right, or somebody is told.</summary>
[UsesAzurite]
public sealed class IntakeCaseTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("case-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Cases.Keys.DefaultIfEmpty(None)];

    private const string None = "none";

    private static Dictionary<string, IntakeCase> Cases => File.Exists(Path.Combine(Folder, "expect.json"))
        ? JsonSerializer.Deserialize<IntakeCases>(
            File.ReadAllText(Path.Combine(Folder, "expect.json")), JsonSerializerOptions.Web)!.Cases.ToDictionary(one => one.Name)
        : [];

    private static string Folder => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "cases"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ingest_FileThatFooledAnIntake_IsRightOrTold(string name)
    {
        if (name == None) Assert.Skip($"The cases are not here: {Folder} does not exist.");
        var intake = Cases[name];
        await using var host = new IngestHost(azurite);

        var outcome = await IntakeAsync(host, intake);

        var misses = intake.Outcomes.Select(outcome.MissOf).ToArray();
        misses.ShouldContain(miss => miss == null, $"{string.Join("; ", misses)}\n{outcome}");
    }

    /// <summary>Copies the files of a case into a folder; false where the cases are not here.</summary>
    public static bool TryCopy(string name, string folder, out IReadOnlyList<string> mappings)
    {
        mappings = [];
        if (name == None) return false;
        var intake = Cases[name];
        Copy(intake, folder);
        mappings = [.. intake.Mappings];
        return true;
    }

    private static void Copy(IntakeCase intake, string folder)
    {
        foreach (var file in intake.Files.Concat(intake.Mappings))
            File.Copy(Path.Combine(Folder, "files", file), Path.Combine(folder, file));
    }

    private async Task<IntakeOutcome> IntakeAsync(IngestHost host, IntakeCase intake)
    {
        Copy(intake, _folder.FullName);
        var told = new List<string>();
        var accounts = new List<UploadAccount>();
        try
        {
            var placements = await host.Classifier.ClassifyAsync(_folder.FullName, Cancel);
            told.AddRange(placements.Select(placement => placement.Problem).OfType<string>());
            foreach (var placement in placements.Where(placement => placement.Blob is not null)
                .OrderBy(placement => intake.Files.ToList().IndexOf(Path.GetFileName(placement.File))))
            {
                var content = await File.ReadAllBytesAsync(placement.File, Cancel);
                if (placement.Container == StorageNames.UploadsContainer) accounts.Add(await host.IngestAsync(placement.Blob!, content));
                else await host.PutMappingAsync(placement.Blob!, content);
            }
        }
        catch (CommunityDemand.Pipeline.Ingest.Mappings.MappingException refused)
        {
            told.Add(refused.Message);
        }

        foreach (var account in accounts)
        {
            account.Read.ShouldBe(account.Kept + account.Rejected + account.Duplicates);
            told.AddRange(account.Reasons.Select(reason => reason.Message).Concat(account.Assumptions).Concat(account.Doubts)
                .Concat(account.Message is null ? [] : [account.Message]).Select(MessageTexts.English.Render));
            told.Add(await host.QuarantineAsync(account.Blob));
        }

        return new IntakeOutcome(accounts, Without(string.Join('\n', told), intake), await FactsAsync(host, intake));
    }

    // A name of a file that says what is wrong with the file tells nobody.
    private static string Without(string told, IntakeCase intake) =>
        intake.Files.Aggregate(told, (text, file) => text.Replace(file, "", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<Dictionary<string, object?>>> FactsAsync(IngestHost host, IntakeCase intake)
    {
        if (intake.Dataset == "feedback")
        {
            return await host.Facts.ReadFeedbackAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel)
                .Select(
                    fact => new Dictionary<string, object?>
                    {
                        ["community"] = fact.Community,
                        ["date"] = $"{fact.Date:yyyy-MM-dd}",
                        ["attitude"] = (double?)fact.Attitude
                    })
                .ToListAsync(Cancel);
        }

        var usage = await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToListAsync(Cancel);
        return
        [
            .. usage.GroupBy(fact => (fact.Community, fact.Service, fact.Date)).Select(group => new Dictionary<string, object?>
            {
                ["community"] = group.Key.Community,
                ["service"] = group.Key.Service,
                ["date"] = $"{group.Key.Date:yyyy-MM-dd}",
                ["visits"] = group.Sum(fact => fact.Visits),
                ["unmet"] = group.Sum(fact => fact.Unmet),
                ["staff_hours"] = group.Sum(fact => fact.StaffHours),
            }),
        ];
    }

    private sealed record IntakeCases(IReadOnlyList<IntakeCase> Cases);
}

/// <summary>What came of a case.</summary>
/// <param name="Told">All that somebody is told, names of files apart.</param>
internal sealed record IntakeOutcome(IReadOnlyList<UploadAccount> Accounts, string Told, IReadOnlyList<Dictionary<string, object?>> Facts)
{
    private bool IsRefused =>
        Accounts.All(account => account.Status == UploadStatus.Rejected || (account.Kept == 0 && account.Duplicates == 0));

    /// <summary>What of an expectation does not hold; null where all of it does.</summary>
    public string? MissOf(IntakeExpectation expected)
    {
        if (expected.Kept is { } kept && Accounts.Sum(account => account.Kept) != kept) return $"kept is not {kept}";
        if (expected.Duplicates is { } duplicates && Accounts.Sum(account => account.Duplicates) != duplicates)
            return $"duplicates are not {duplicates}";
        if (expected.Rejected is { ValueKind: JsonValueKind.String } && !IsRefused) return "the file is not refused";
        if (expected.Rejected is { ValueKind: JsonValueKind.Number } rows && Accounts.Sum(account => account.Rejected) != rows.GetInt64())
            return $"rejected is not {rows}";
        if (expected.Message is { } message && !Regex.IsMatch(Told, message)) return $"nobody is told of {message}";
        if (expected.Facts.FirstOrDefault(fact => !Facts.Any(has => Agrees(has, fact))) is { } missing)
            return $"the fact {Shown(missing)} is missing";
        return Facts.FirstOrDefault(has => !expected.Facts.Concat(expected.May ?? []).Any(fact => Agrees(has, fact))) is { } extra
            ? $"the fact {string.Join(", ", extra.Select(pair => $"{pair.Key}={pair.Value}"))} is wrong"
            : null;
    }

    public override string ToString() =>
        string.Join(
            '\n',
            Accounts.Select(account =>
                $"{account.Blob}: {account.Status} read {account.Read} kept {account.Kept} rejected {account.Rejected} duplicates "
                    + $"{account.Duplicates}"))
        + $"\n{Told}\n" + string.Join('\n', Facts.Select(fact => string.Join(", ", fact.Select(pair => $"{pair.Key}={pair.Value}"))));

    private static bool Agrees(Dictionary<string, object?> has, Dictionary<string, JsonElement> fact) =>
        fact.All(pair => has.TryGetValue(pair.Key, out var value) && pair.Value.ValueKind switch
        {
            JsonValueKind.Number => value is double number && Math.Abs(number - pair.Value.GetDouble()) < 1e-9,
            JsonValueKind.Null => value is null,
            _ => Equals(value, pair.Value.GetString()),
        });

    private static string Shown(Dictionary<string, JsonElement> fact) => string.Join(", ", fact.Select(pair => $"{pair.Key}={pair.Value}"));
}
