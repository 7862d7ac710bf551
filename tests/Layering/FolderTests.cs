using System.Reflection;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline;

namespace CommunityDemand.Tests.Layering;

/// <summary>Folders of a project know one another in one direction.</summary>
public sealed class FolderTests(ITestOutputHelper output)
{
    public static TheoryData<Assembly> Ordered => new(
        typeof(ForecastEngine).Assembly,
        typeof(PipelineRegistration).Assembly);

    [Theory]
    [MemberData(nameof(Ordered))]
    public void Folders_OfAProject_FormNoCycle(Assembly project)
    {
        var graph = FolderGraph.Of(project);
        foreach (var line in graph.Lines()) output.WriteLine(line);
        graph.Cycles().ShouldBeEmpty(string.Join('\n', graph.Lines()));
    }
}
