using System.Net;
using System.Text;
using CommunityDemand.Local.Dashboard;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Api;

/// <summary>The local host, over real HTTP.</summary>
internal sealed class LocalHost : IApiHost
{
    private readonly ServiceProvider _pipeline;
    private readonly DashboardServer _server;
    private readonly HttpClient _http;

    private LocalHost(ServiceProvider pipeline, DashboardServer server)
    {
        (_pipeline, _server) = (pipeline, server);
        _http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = server.Address,
        };
    }

    public static async Task<IApiHost> StartAsync(ApiPieces pieces)
    {
        var pipeline = pieces.Register().BuildServiceProvider();
        return new LocalHost(
            pipeline, await DashboardServer.StartAsync(pipeline, charts: null, port: 0, TestContext.Current.CancellationToken));
    }

    public async Task<ApiAnswer> SendAsync(
        string method, string pathAndQuery, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), pathAndQuery);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return new ApiAnswer(
            (int)response.StatusCode,
            response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _pipeline.DisposeAsync();
    }
}
