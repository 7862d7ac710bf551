using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Yes and no as runs, behind their length.</summary>
internal sealed class RunLengthBooleans : ParquetValues
{
    private readonly RunLengthReader _runs = new();

    public RunLengthBooleans(byte[] bytes, int start, int length)
    {
        var claimed = length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
        if (claimed < 0 || claimed > length - sizeof(int)) throw new InvalidDataException();
        _runs.Open(bytes, start + sizeof(int), claimed, 1);
    }

    public override void Read() => Bits = _runs.Read();
}
