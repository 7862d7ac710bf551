using System.Net;
using CommunityDemand.Api;

namespace CommunityDemand.Local.Dashboard;

/// <summary>Server of the API and the dashboard, on the loopback interface only and open to every user of this machine.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Address of the server.</summary>
    public Uri Address { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="pipeline">Container with <see cref="ApiRegistration.PipelineServices"/>.</param>
    /// <param name="charts">Folder with the files of the chart library; null for tables without charts.</param>
    /// <param name="port">Port on 127.0.0.1; 0 for any free port.</param>
    /// <exception cref="UserErrorException">The port is in use or not allowed.</exception>
    public static async Task<DashboardServer> StartAsync(
        IServiceProvider pipeline, string? charts, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        // A foreign site whose name resolves to 127.0.0.1 must not be able to read the tables.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["127.0.0.1", "localhost"]);
        builder.Services.AddApi().Configure<ApiOptions>(api => api.Charts = charts);
        // The session owns the pipeline's services and disposes them.
        foreach (var service in ApiRegistration.PipelineServices)
            builder.Services.AddSingleton(service, pipeline.GetRequiredService(service));

        var app = builder.Build();
        var api = app.Services.GetRequiredService<ApiPipeline>();
        app.UseHostFiltering();
        app.Use(SameOrigin.CheckAsync);
        app.Run(http => api.AnswerAsync(http, Access.All));

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            await app.DisposeAsync();
            throw new UserErrorException(
                $"Port {port} on 127.0.0.1 is used by another program. Choose another port with --port, or --port 0 for any free port.",
                taken);
        }

        return new DashboardServer(app, new Uri(app.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
