namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>A column of a row group, as the footer describes it.</summary>
/// <param name="Start">Place of its first page in the file.</param>
/// <param name="Bytes">Stored bytes of its pages.</param>
/// <param name="Values">Its values, missing ones included.</param>
/// <param name="Packing">How its pages are packed.</param>
/// <param name="IsEncrypted">Whether it can't be read for lack of a key.</param>
/// <param name="IsElsewhere">Whether its pages lie in another file.</param>
internal readonly record struct ParquetChunk(
    long Start, long Bytes, long Values, ParquetType Type, ParquetPacking Packing, bool IsEncrypted, bool IsElsewhere)
{
    public static ParquetChunk Read(ref ThriftReader thrift)
    {
        var chunk = default(ParquetChunk);
        var id = 0;
        var isDescribed = false;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 1: chunk = chunk with { IsElsewhere = thrift.ReadBinary(type).Length > 0 }; break;
                case 3: chunk = ReadDescription(chunk, ref thrift, type); isDescribed = true; break;
                case 8: chunk = chunk with { IsEncrypted = true }; thrift.Skip(type); break;
                default: thrift.Skip(type); break;
            }
        }

        return isDescribed || chunk.IsEncrypted ? chunk : throw new InvalidDataException();
    }

    private static ParquetChunk ReadDescription(ParquetChunk chunk, ref ThriftReader thrift, ThriftType structure)
    {
        ThriftReader.Expect(structure, ThriftType.Struct);
        long data = 0;
        long dictionary = 0;
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 1: chunk = chunk with { Type = (ParquetType)thrift.ReadInteger(type) }; break;
                case 4: chunk = chunk with { Packing = (ParquetPacking)thrift.ReadInteger(type) }; break;
                case 5: chunk = chunk with { Values = thrift.ReadInteger(type) }; break;
                case 7: chunk = chunk with { Bytes = thrift.ReadInteger(type) }; break;
                case 9: data = thrift.ReadInteger(type); break;
                case 11: dictionary = thrift.ReadInteger(type); break;
                default: thrift.Skip(type); break;
            }
        }

        // Some writers give 0 where there is no dictionary, or nothing but one.
        return chunk with { Start = dictionary > 0 && (dictionary < data || data == 0) ? dictionary : data };
    }
}
