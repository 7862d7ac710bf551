using System.Net;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace CommunityDemand.Local.Dashboard;

/// <summary>The dashboard and the API behind it, which changes nothing, on the loopback interface only.</summary>
internal sealed class DashboardServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DashboardServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="sources">What it shows.</param>
    /// <param name="charts">Folder of the chart library's files; null leaves charts out, and the page shows tables alone.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <exception cref="UserErrorException">The port is taken or not allowed.</exception>
    public static async Task<DashboardServer> StartAsync(
        DashboardSources sources, string? charts, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = QuestionEndpoint.MostBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"];
        });
        // A foreign site that resolves its own name to 127.0.0.1 must not read the tables.
        builder.Services.AddHostFiltering(hosts => hosts.AllowedHosts = ["127.0.0.1", "localhost"]);

        builder.Services.AddSingleton(_ => new DemandHistory(sources.Facts));

        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        app.UseRouting();
        UseFiles(app, charts);
        app.MapGet("/api/openapi.json", async (CancellationToken cancel) => Results.Bytes(await ApiDescription.WriteAsync(cancel), "application/json; charset=utf-8"));
        app.MapGet("/api/{table}", (string table, HttpContext http) => TableEndpoint.AnswerAsync(sources.Tables, table, http));
        app.MapPost("/api/scenarios", http => QuestionEndpoint.AnswerAsync(http, (body, cancel) => sources.Scenarios.AnswerAsync(body, Language.English, cancel)));
        app.MapPost("/api/allocations", http => QuestionEndpoint.AnswerAsync(http, (body, cancel) => sources.Allocations.AnswerAsync(body, Language.English, cancel)));
        app.MapGet("/api", () => Results.Json(sources.Tables.Tables));
        app.MapGet("/api-local/history", HistoryEndpoint.AnswerAsync);
        app.MapGet("/api-local/services", (CancellationToken cancel) => ServicesEndpoint.AnswerAsync(sources.Facts, cancel));
        app.MapGet("/api-local/quarantine", (string? path, HttpContext http) => QuarantineEndpoint.AnswerAsync(sources, path, http));

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            await app.DisposeAsync();
            throw new UserErrorException($"Port {port} on 127.0.0.1 is taken by another program. Choose another one with --port, or --port 0 for any free one.", taken);
        }

        return new DashboardServer(app, new Uri(app.Urls.Single()));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void UseFiles(WebApplication app, string? charts)
    {
        var modules = new FileExtensionContentTypeProvider { Mappings = { [".mjs"] = "text/javascript" } };
        var pages = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Dashboard", "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = pages });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = pages });
        if (charts is not null) app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(charts), RequestPath = "/charts", ContentTypeProvider = modules });
        // An empty module tells the page that there is no chart library, without a failed request.
        else app.MapGet("/charts/echarts.esm.min.mjs", () => Results.Text("export {};", "text/javascript"));
    }
}
