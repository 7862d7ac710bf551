using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Frequency = CommunityDemand.Domain.Time.Frequency;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>A small sample city that counts by month, uploaded, forecast and served.</summary>
internal sealed class MonthlyCity : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DashboardServer _server;

    private MonthlyCity(ServiceProvider services, DashboardServer server) => (_services, _server) = (services, server);

    public Uri Address => _server.Address;

    public static async Task<MonthlyCity> PublishAsync(string account, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("monthly-city-");
        try
        {
            var options = new SampleCityOptions { Communities = 4, Services = 3, Years = 3, Dirty = 0, Frequency = Frequency.Monthly };
            await SampleCityGenerator.WriteAsync(options, folder.FullName, progress: null, cancellationToken);
            foreach (var command in (string[][])[["ingest", Path.Combine(folder.FullName, SampleCityGenerator.FirstDrop)], ["run"]])
            {
                using var output = new StringWriter();
                using var error = new StringWriter();
                (await CommandLine.RunAsync([.. command, "--storage", account], output, error, cancellationToken))
                    .ShouldBe(ExitCode.Success, $"{string.Join(' ', command)}: {error}");
                output.ToString().ShouldNotMatch(@"\b[0-9]+ days\b");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:ConnectionString"] = account })
                .Build())
            .AddLogging().AddPipeline().BuildServiceProvider();
        var tools = await NodeTools.EnsureAsync(_ => { }, cancellationToken);
        var server = await DashboardServer.StartAsync(services, Path.Combine(tools.Modules, "echarts", "dist"), port: 0, cancellationToken);
        return new MonthlyCity(services, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _services.DisposeAsync();
    }
}
