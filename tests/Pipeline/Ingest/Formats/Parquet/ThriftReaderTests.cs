using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Parquet;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Parquet;

public sealed class ThriftReaderTests
{
    [Fact]
    public void Skip_AnyBytes_EndsWithinThem() => Gen.Byte.Array[0, 200].Sample(
        bytes =>
        {
            var thrift = new ThriftReader(bytes);
            try
            {
                thrift.Skip(ThriftType.Struct);
            }
            catch (Exception refused) when (refused is EndOfStreamException or InvalidDataException or UnreadableUploadException)
            {
            }

            thrift.Position.ShouldBeInRange(0, bytes.Length);
        },
        iter: 20_000);

    [Fact]
    public void Skip_ValueBeforeAField_StopsAtIt()
    {
        var bytes = new ThriftWriter().Body(all => all
            .ListOf(1, ThriftWriter.True, 3).Raw(1, 2, 1)
            .Field(2, 11).Raw(2, 0x85, 1, (byte)'a', 2, 1, (byte)'b', 4)
            .In(3, inner => inner.Int(1, 5).DeepList(2, 30))
            .Int(4, -7)).ToArray();
        var thrift = new ThriftReader(bytes);
        var id = 0;
        for (var i = 0; i < 3; i++)
        {
            thrift.ReadField(ref id, out var type).ShouldBeTrue();
            thrift.Skip(type);
        }

        thrift.ReadField(ref id, out var last).ShouldBeTrue();
        (id, thrift.ReadInteger(last)).ShouldBe((4, -7));
        thrift.ReadField(ref id, out _).ShouldBeFalse();
        thrift.Position.ShouldBe(bytes.Length);
    }
}
