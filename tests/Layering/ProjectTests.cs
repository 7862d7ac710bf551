using System.Xml.Linq;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Layering;

/// <summary>Projects know one another in one direction.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, int> Ranks = new(StringComparer.Ordinal)
    {
        ["Domain"] = 0,
        ["Models"] = 1,
        ["Pipeline"] = 2,
        ["Api"] = 3,
        ["Functions"] = 4,
        ["Local"] = 4,
    };

    [Fact]
    public void References_OfEveryProject_PointToTheProjectsBelow()
    {
        var projects = Ranks.Keys.Where(name => File.Exists(ProjectFile(name)));
        var references = projects.SelectMany(name => References(name).Select(to => (From: name, To: to))).ToArray();
        references.Select(reference => reference.From).Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
        references.Where(reference => !Ranks.TryGetValue(reference.To, out var below) || below >= Ranks[reference.From]).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(ProjectFile(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    private static string ProjectFile(string project) => Path.Combine(Repository.Root, project, project + ".csproj");
}
