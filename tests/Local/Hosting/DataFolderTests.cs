using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Hosting;

namespace CommunityDemand.Tests.Local.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("data-folder-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Last_AfterADemoOfAnOwnCity_IsThatCitys()
    {
        var shown = DataFolder.Next(_root, new DirectoryInfo("springfield"));

        shown.Parent!.Parent!.FullName.ShouldBe(_root.FullName);
        DataFolder.Last(_root).FullName.ShouldBe(shown.FullName);
    }

    [Fact]
    public void Last_AfterTheSampleCityAgain_IsTheRoot()
    {
        DataFolder.Next(_root, new DirectoryInfo("springfield"));
        DataFolder.Next(_root, input: null);

        DataFolder.Last(_root).FullName.TrimEnd(Path.DirectorySeparatorChar).ShouldBe(_root.FullName);
    }

    [Fact]
    public void Last_CityDeletedSince_IsTheRoot()
    {
        DataFolder.Next(_root, new DirectoryInfo("springfield")).Delete();

        DataFolder.Last(_root).FullName.ShouldBe(_root.FullName);
    }

    [Fact]
    public void Of_DataGiven_IsThatFolderWhateverADemoShowed()
    {
        DataFolder.Next(_root, new DirectoryInfo("springfield"));
        var parsed = CommandLine.CreateRoot().Parse(["tables", "--data", _root.FullName]);

        DataFolder.Of(parsed).FullName.ShouldBe(_root.FullName);
        DataFolder.OfDemo(parsed, new DirectoryInfo("springfield")).FullName.ShouldBe(_root.FullName);
    }
}
