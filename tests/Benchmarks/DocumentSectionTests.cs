using CommunityDemand.Benchmarks.Scale;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class DocumentSectionTests
{
    [Fact]
    public void Replace_NewSection_IsAppended() =>
        DocumentSection.Replace("# Page\n", "daily", "text\n").ShouldBe("# Page\n\n<!-- begin daily -->\ntext\n<!-- end daily -->\n");

    [Fact]
    public void Replace_KnownSection_LeavesTheOthersAsTheyAre()
    {
        var page = DocumentSection.Replace(DocumentSection.Replace("# Page\n", "daily", "old"), "monthly", "other");

        DocumentSection.Replace(page, "daily", "new").ShouldBe(page.Replace("old", "new", StringComparison.Ordinal));
    }
}
