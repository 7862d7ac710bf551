using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Publishing;

public sealed class PublicTableTests
{
    // Set to 1, the test writes the reference anew.
    private const string Update = "UPDATE_DOCS";
    private const string Reference = "docs/tables.md";

    public static TheoryData<string> Names => [.. PublicTables.All.Select(t => t.Name)];

    [Fact]
    public void Reference_OfAllTables_HasTheDeclaredColumns()
    {
        var before = Repository.Read(Reference);
        var after = PublicTables.All.Aggregate(before, WithColumns);

        if (Environment.GetEnvironmentVariable(Update) == "1") File.WriteAllText(Path.Combine(Repository.Root, Reference), after);
        else before.ShouldBe(after, $"{Reference} is stale. Run this test with {Update}=1 in the environment.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_OfEachTable_AreNamedOnceAndDescribedInBothLanguages(string name)
    {
        var columns = TableReference.Of(name);

        columns.Select(column => column.Name).ShouldBeUnique();
        columns.ShouldAllBe(column => column.English.Length > 0 && column.Chinese.Any(c => c >= 0x4E00));
    }

    [Fact]
    public void Units_All_HaveNamesInBothLanguages()
    {
        foreach (var unit in Enum.GetValues<Unit>().Where(unit => unit != Unit.None))
        {
            unit.Name().English.ShouldNotBeEmpty();
            unit.Name().Chinese.ShouldNotBeEmpty();
        }
    }

    private static string WithColumns(string page, PublicTable table)
    {
        var section = page.IndexOf($"\n## {table.Name}\n", StringComparison.Ordinal);
        section.ShouldBeGreaterThan(0, $"{Reference} has no section '{table.Name}'.");
        var start = page.IndexOf(TableReference.Heading, section, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(section, $"Section '{table.Name}' of {Reference} has no table of columns.");
        var end = page.IndexOf("\n\n", start, StringComparison.Ordinal);
        return page[..start] + TableReference.Markdown(table.Name).TrimEnd('\n') + page[end..];
    }
}
