using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Parquet;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>
/// Names out of a file must not make an account longer than a row of the ledger: such a file would be read again for ever.
/// </summary>
public sealed class AssumptionMessagesTests
{
    private static readonly string Endless = new('x', 60_000);

    [Fact]
    public void Unpacked_EntryOfAnEndlessName_IsShort() =>
        MessageJson.Write(AssumptionMessages.Unpacked(Endless)).Length.ShouldBeLessThan(200);

    [Fact]
    public void PassedOver_ManyColumnsOfLongNames_IsShort()
    {
        var columns = Enumerable.Range(0, 1000).Select(number => $"{number}{Endless}");

        MessageJson.Write(ParquetMessages.PassedOver(columns, RowMessages.NestedValue)).Length.ShouldBeLessThan(2_000);
    }
}
