using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Api.Endpoints;

/// <summary>Files of the dashboard at the root, with those of the chart library where the host has them.</summary>
internal sealed class DashboardFiles : IEndpoint, IDisposable
{
    private const string ChartsFolder = "charts/";

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".mjs"] = "text/javascript" } };

    private readonly PhysicalFileProvider _pages = new(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    private readonly PhysicalFileProvider? _charts;

    public DashboardFiles(IOptions<ApiOptions> options)
    {
        if (options.Value.Charts is { } folder) _charts = new PhysicalFileProvider(folder);
    }

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/{**file}", Access.SignIn, AnswerAsync),
        new(HttpMethods.Head, "/{**file}", Access.SignIn, AnswerAsync),
    ];

    public void Dispose()
    {
        _pages.Dispose();
        _charts?.Dispose();
    }

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.RouteValues["file"] as string is { Length: > 0 } named ? named : "index.html";
        return Find(path) is { PhysicalPath: { } file, IsDirectory: false } found && Types.TryGetContentType(path, out var type)
            ? TypedResults.PhysicalFile(file, type, lastModified: found.LastModified, entityTag: TagOf(found)).ExecuteAsync(http)
            : Answers.NotFoundAsync(http);
    }

    private IFileInfo Find(string path)
    {
        var isChart = _charts is not null && path.StartsWith(ChartsFolder, StringComparison.Ordinal);
        return isChart && _charts!.GetFileInfo(path[ChartsFolder.Length..]) is { Exists: true } chart ? chart : _pages.GetFileInfo(path);
    }

    private static EntityTagHeaderValue TagOf(IFileInfo file) => new($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
}
