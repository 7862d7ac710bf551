using System.Text;
using CommunityDemand.Api.Endpoints;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.FileProviders;

namespace CommunityDemand.Tests.Api.Endpoints;

/// <summary>The version in the addresses of the page's files.</summary>
public sealed class VersionedPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public VersionedPageTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "styles"));
        Write("index.html", "<link href=\"version/{version}/styles/base.css\">");
        Write("styles/base.css", "a");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Version_OfTheSameFiles_IsTheSameAndStandsInThePage()
    {
        var page = Read();

        Read().Version.ShouldBe(page.Version);
        Encoding.UTF8.GetString(page.Html).ShouldBe($"<link href=\"version/{page.Version}/styles/base.css\">");
    }

    [Theory]
    [InlineData("styles/base.css", "b")]
    [InlineData("styles/more.css", "")]
    [InlineData("index.html", "other")]
    [InlineData("library.mjs", "export {}")]
    public void Version_AfterAnyChange_IsAnother(string file, string content)
    {
        var before = Read().Version;

        Write(file, content);

        Read().Version.ShouldNotBe(before);
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder, file), content);

    private VersionedPage Read()
    {
        using var files = new PhysicalFileProvider(_folder);
        var library = files.GetFileInfo("library.mjs");
        return VersionedPage.Of(files.GetFileInfo("index.html"), files, library.Exists ? library : null);
    }
}
