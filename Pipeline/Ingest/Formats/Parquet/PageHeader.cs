namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>What stands before a page.</summary>
/// <param name="Unpacked">Bytes of the page once unpacked, levels included.</param>
/// <param name="Stored">Bytes of the page in the file.</param>
/// <param name="Checksum">CRC-32 of the stored bytes; null where there is none.</param>
/// <param name="Values">Values of the page, missing ones included.</param>
/// <param name="Missing">Missing values, where the page says so.</param>
/// <param name="RepeatBytes">Bytes at the start of a page of version 2 that say what repeats, which in a flat column is nothing.</param>
/// <param name="LevelBytes">Bytes after them that say which values are missing; neither is packed.</param>
/// <param name="LevelEncoding">How the levels of a page of version 1 are written.</param>
/// <param name="IsPacked">Whether a page of version 2 is packed as its column is.</param>
internal readonly record struct PageHeader(
    PageKind Kind,
    long Unpacked,
    long Stored,
    uint? Checksum,
    long Values,
    long Missing,
    long RepeatBytes,
    long LevelBytes,
    ParquetEncoding Encoding,
    ParquetEncoding LevelEncoding,
    bool IsPacked)
{
    /// <summary>Reads a header and checks its figures for sense.</summary>
    public static PageHeader Read(ref ThriftReader thrift)
    {
        var header = new PageHeader((PageKind)(-1), -1, -1, null, -1, 0, 0, 0, default, ParquetEncoding.RunLength, IsPacked: true);
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            header = id switch
            {
                1 => header with { Kind = (PageKind)thrift.ReadInteger(type) },
                2 => header with { Unpacked = thrift.ReadInteger(type) },
                3 => header with { Stored = thrift.ReadInteger(type) },
                4 => header with { Checksum = (uint)thrift.ReadInteger(type) },
                5 or 7 => ReadPage(header, ref thrift, type),
                8 => ReadPageV2(header, ref thrift, type),
                _ => Pass(header, ref thrift, type),
            };
        }

        return header.IsSound ? header : throw new InvalidDataException();
    }

    private bool IsSound =>
        Stored is >= 0 and <= int.MaxValue
        && Unpacked is >= 0 and <= int.MaxValue
        && (Kind == PageKind.Index || Values is >= 0 and <= int.MaxValue)
        && Missing >= 0
        && Missing <= Math.Max(0, Values)
        && LevelBytes >= 0
        && RepeatBytes >= 0
        && LevelBytes <= int.MaxValue
        && RepeatBytes <= int.MaxValue
        && RepeatBytes + LevelBytes <= Math.Min(Stored, Unpacked);

    private static PageHeader Pass(PageHeader header, ref ThriftReader thrift, ThriftType type)
    {
        thrift.Skip(type);
        return header;
    }

    private static PageHeader ReadPage(PageHeader header, ref ThriftReader thrift, ThriftType structure)
    {
        ThriftReader.Expect(structure, ThriftType.Struct);
        var isDictionary = header.Kind == PageKind.Dictionary;
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            header = id switch
            {
                1 => header with { Values = thrift.ReadInteger(type) },
                2 => header with { Encoding = (ParquetEncoding)thrift.ReadInteger(type) },
                3 when !isDictionary => header with { LevelEncoding = (ParquetEncoding)thrift.ReadInteger(type) },
                _ => Pass(header, ref thrift, type),
            };
        }

        return header;
    }

    private static PageHeader ReadPageV2(PageHeader header, ref ThriftReader thrift, ThriftType structure)
    {
        ThriftReader.Expect(structure, ThriftType.Struct);
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 1: header = header with { Values = thrift.ReadInteger(type) }; break;
                case 2: header = header with { Missing = thrift.ReadInteger(type) }; break;
                case 4: header = header with { Encoding = (ParquetEncoding)thrift.ReadInteger(type) }; break;
                case 5: header = header with { LevelBytes = thrift.ReadInteger(type) }; break;
                case 6: header = header with { RepeatBytes = thrift.ReadInteger(type) }; break;
                case 7: header = header with { IsPacked = type == ThriftType.True }; break;
                default: thrift.Skip(type); break;
            }
        }

        return header;
    }
}
