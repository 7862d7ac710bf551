using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Tests.Pipeline.Publish;

public sealed partial class PublicTableTests
{
    public static TheoryData<string> Names => [.. PublicTable.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_OfEachTable_AreThoseOfTheReference(string name)
    {
        var reference = File.ReadAllText(Path.Combine(Root(), "docs", "tables.md"));
        var section = reference.Split($"\n## {name}\n")[1].Split("\n## ")[0];

        ColumnRow().Matches(section).Select(m => m.Groups[1].Value).ShouldBe(PublicTable.All.Single(t => t.Name == name).Columns);
    }

    [GeneratedRegex(@"^\| ([A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) folder = folder.Parent;
        return folder.ShouldNotBeNull("The tests run inside the repository.").FullName;
    }
}
