using System.Globalization;
using System.Text;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Local.Reports;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>
/// A city of four communities and two services, uploaded, forecast and served once for all tests that read results. One community's name is
/// an attempt at markup, a rejected row one at a formula, and a file is empty. Made when first asked for, so that runs without such tests
/// don't wait for it.
/// </summary>
public sealed partial class PublishedCity(AzuriteFixture azurite) : IAsyncDisposable
{
    public const string HostileName = "<img src=x onerror=alert(1)>";

    /// <summary>All of its rows are rejected.</summary>
    public const string BadFile = "usage/bad.csv";

    /// <summary>A file whose second half repeats its first. Its figures are 0, so that it changes no other.</summary>
    public const string DoubtfulFile = "usage/doubtful.csv";

    /// <summary>It is rejected whole.</summary>
    public const string EmptyFile = "usage/empty.csv";

    private static readonly string[] Closed =
        ["c1;library;2025-01-01;0", "c2;library;2025-01-01;0", "c3;library;2025-01-01;0", "c4;library;2025-01-01;0"];

    private readonly SemaphoreSlim _gate = new(1);
    private DashboardServer? _server;
    private ServiceProvider? _services;

    /// <summary>The account that holds it.</summary>
    public string Account { get; private set; } = "";

    internal Uri Address => _server!.Address;

    internal TableRows Tables => new(_services!.GetRequiredService<ITableReader>());

    internal IAllocations Allocations => _services!.GetRequiredService<IAllocations>();

    internal IScenarios Scenarios => _services!.GetRequiredService<IScenarios>();

    internal IFactReader Facts => _services!.GetRequiredService<IFactReader>();

    /// <summary>Builds the city on the first call.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_server is not null) return;
            Account = azurite.NewAccount();
            await PublishAsync(cancellationToken);
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = Account })
                .Build();
            _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddPipeline()
                .BuildServiceProvider();
            var tools = await NodeTools.EnsureAsync(_ => { }, cancellationToken);
            _server = await DashboardServer.StartAsync(
                _services, Path.Combine(tools.Modules, "echarts", "dist"), port: 0, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
        _gate.Dispose();
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("published-city-");
        try
        {
            Write(folder, "communities.csv", "community,name,subdistrict,district,city", [
                $"c1,{HostileName},Mill,East,Riverside",
                "c2,Bridge,Mill,East,Riverside",
                "c3,Park,Hill,West,Riverside",
                "c4,Tower,Hill,West,Riverside",
            ]);
            Write(
                folder, "capacity.csv", "community,service,from,daily_capacity", ["c1,library,2025-01-01,5", "c2,library,2025-01-01,500"]);
            Write(folder, "population.csv", "community,date,population,age_60_plus,children", Population());
            Write(folder, "usage.csv", "community,service,date,visits", Usage());
            Write(
                folder,
                "feedback.csv",
                "community,date,service,source,content,efficiency,attitude,sustainability,innovation,complaint,comment",
                Feedback());
            Write(folder, "participation.csv", "community,date,channel,mode,participants,eligible", Participation());
            Write(folder, "improvements.csv", "community,start,measure,target", ["c1,2025-05-01,longer hours,70"]);
            Write(
                folder,
                BadFile,
                "community,service,date,visits",
                ["c1,library,2025-13-45,5", "=HYPERLINK(0),library,2025-02-01,many", "c2,library,2025-02-01,-4"]);
            Write(folder, DoubtfulFile, "community;service;date;visits", [.. Closed, .. Closed]);
            File.WriteAllText(Path.Combine(folder.FullName, EmptyFile), "");
            foreach (var command in (string[][])[["ingest", folder.FullName], ["run"]])
            {
                using var output = new StringWriter();
                using var error = new StringWriter();
                var exit = await CommandLine.RunAsync([.. command, "--storage", Account], output, error, cancellationToken);
                exit.ShouldBe(ExitCode.Success, $"{string.Join(' ', command)}: {error}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Population()
    {
        foreach (var (community, index) in ((string[])["c1", "c2", "c3", "c4"]).Select((community, index) => (community, index)))
        {
            for (var year = 2022; year <= 2025; year++)
                yield return $"{community},{year}-01-01,{1000 + (100 * index)},{200 + (20 * index) + (10 * (year - 2022))},150";
        }
    }

    private static IEnumerable<string> Usage()
    {
        var random = new Random(7);
        for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2025, 9, 1); day = day.AddDays(1))
        {
            foreach (var community in (string[])["c1", "c2", "c3", "c4"])
            {
                var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{community},library,{day:yyyy-MM-dd},{(weekend ? 40 : 20) + random.Next(8)}");
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{community},meal-help,{day:yyyy-MM-dd},{(weekend ? 5 : 30) + random.Next(6)}");
            }
        }
    }

    private static void Write(DirectoryInfo folder, string name, string header, IEnumerable<string> rows)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, name));
        file.Directory!.Create();
        File.WriteAllLines(file.FullName, [header, .. rows], Encoding.UTF8);
    }
}
