using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Publish;

public sealed partial class PublicTableTests
{
    public static TheoryData<string> Names => [.. PublicTable.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_OfEachTable_AreThoseOfTheReference(string name)
    {
        var reference = Repository.Read("docs/tables.md");
        var section = reference.Split($"\n## {name}\n")[1].Split("\n## ")[0];

        ColumnRow().Matches(section).Select(m => m.Groups[1].Value).ShouldBe(PublicTable.All.Single(t => t.Name == name).Columns);
    }

    [GeneratedRegex(@"^\| ([A-Z]\w+) \|", RegexOptions.Multiline)]
    private static partial Regex ColumnRow();
}
