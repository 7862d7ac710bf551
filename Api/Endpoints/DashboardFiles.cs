using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Api.Endpoints;

/// <summary>
/// Files of the dashboard at the root, with those of the chart library where the host has them. The page names its files below
/// <c>version/HASH/</c>: a browser keeps these files for good, since another content has another address.
/// </summary>
internal sealed class DashboardFiles : IEndpoint, IDisposable
{
    private const string ChartsFolder = "charts/";
    private const string ChartLibrary = ChartsFolder + "echarts.esm.min.mjs";
    private const string VersionFolder = "version/";
    private const string Page = "index.html";
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".mjs"] = "text/javascript" } };

    private readonly PhysicalFileProvider _pages = new(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    private readonly PhysicalFileProvider? _charts;
    private readonly Lazy<VersionedPage> _page;

    public DashboardFiles(IOptions<ApiOptions> options)
    {
        if (options.Value.Charts is { } folder) _charts = new PhysicalFileProvider(folder);
        _page = new Lazy<VersionedPage>(() => VersionedPage.Of(Find(Page), _pages, _charts is null ? null : Find(ChartLibrary)));
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

    private Task AnswerAsync(HttpContext http) => http.Request.RouteValues["file"] is string { Length: > 0 } path && path != Page
        ? FileAsync(http, path)
        : TypedResults.Bytes(_page.Value.Html, "text/html; charset=utf-8", entityTag: TagOf(_page.Value)).ExecuteAsync(http);

    private Task FileAsync(HttpContext http, string path)
    {
        var (version, name) = Split(path);
        if (Find(name) is not { Exists: true, PhysicalPath: { } file } found || !Types.TryGetContentType(name, out var type))
            return Answers.NotFoundAsync(http);
        // A page of another version, open since before an upgrade, gets today's file, and must ask again.
        if (version == _page.Value.Version) http.Response.Headers.CacheControl = Forever;
        return TypedResults.PhysicalFile(file, type, lastModified: found.LastModified, entityTag: TagOf(found)).ExecuteAsync(http);
    }

    private static (string? Version, string Name) Split(string path)
    {
        if (!path.StartsWith(VersionFolder, StringComparison.Ordinal)) return (null, path);
        var end = path.IndexOf('/', VersionFolder.Length);
        return end < 0 ? (null, path) : (path[VersionFolder.Length..end], path[(end + 1)..]);
    }

    private IFileInfo Find(string path)
    {
        var isChart = _charts is not null && path.StartsWith(ChartsFolder, StringComparison.Ordinal);
        return isChart && _charts!.GetFileInfo(path[ChartsFolder.Length..]) is { Exists: true } chart ? chart : _pages.GetFileInfo(path);
    }

    private static EntityTagHeaderValue TagOf(VersionedPage page) => new($"\"{page.Version}\"");

    private static EntityTagHeaderValue TagOf(IFileInfo file) => new($"\"{file.LastModified.UtcTicks:x}-{file.Length:x}\"");
}
