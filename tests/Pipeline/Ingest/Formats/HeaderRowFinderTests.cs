using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

public sealed class HeaderRowFinderTests
{
    [Theory]
    [InlineData("community,service,visits/A,meals,1", 0)]
    [InlineData("Report//community,service,visits/A,meals,1", 2)]
    [InlineData("Report,March/Ort,Dienst,Anzahl/A,meals,1", 1)]
    [InlineData("# made on Monday,x,y/Ort,Dienst,Anzahl/A,meals,1", 1)]
    [InlineData("Made by:,Office/Ort,Dienst,Anzahl/A,meals,1", 1)]
    [InlineData("Ort,2024,2025/A,1,2", 0)]
    [InlineData("A,1,2/B,3,4", 0)]
    [InlineData("Report/Remark", -1)]
    public void Find_RowsOfATable_IsTheHeader(string rows, int header) =>
        HeaderRowFinder.Find([.. rows.Split('/').Select(row => row.Split(','))], KnownColumns.IsName).ShouldBe(header);
}
