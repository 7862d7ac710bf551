using System.Reflection;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Tests.Layering;

/// <summary>Folders of a project know one another in one direction.</summary>
public sealed class FolderTests(ITestOutputHelper output)
{
    // Pipeline joins by one more line.
    public static TheoryData<Assembly> Ordered => new(
        typeof(ForecastEngine).Assembly);

    [Theory]
    [MemberData(nameof(Ordered))]
    public void Folders_OfAProject_FormNoCycle(Assembly project)
    {
        var graph = FolderGraph.Of(project);
        foreach (var line in graph.Lines()) output.WriteLine(line);
        graph.Cycles().ShouldBeEmpty(string.Join('\n', graph.Lines()));
    }
}
