namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>A row group: rows whose columns lie together.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Place">Where in the footer the list of its columns begins.</param>
internal readonly record struct ParquetGroup(long Rows, int Place)
{
    public static ParquetGroup Read(ref ThriftReader thrift)
    {
        var group = new ParquetGroup(-1, -1);
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 1:
                    ThriftReader.Expect(type, ThriftType.List);
                    group = group with { Place = thrift.Position };
                    thrift.Skip(type);
                    break;
                case 3:
                    group = group with { Rows = thrift.ReadInteger(type) };
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return group.Rows >= 0 && group.Place >= 0 ? group : throw new InvalidDataException();
    }

    /// <summary>Its columns, as many as the schema has leaves.</summary>
    /// <param name="footer">The footer's bytes.</param>
    public ParquetChunk[] ReadChunks(ReadOnlySpan<byte> footer, int leaves)
    {
        var thrift = new ThriftReader(footer, Place);
        if (thrift.ReadStructs(ThriftType.List) != leaves) throw new InvalidDataException();
        var chunks = new ParquetChunk[leaves];
        for (var i = 0; i < leaves; i++) chunks[i] = ParquetChunk.Read(ref thrift);
        return chunks;
    }
}
