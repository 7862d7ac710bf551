namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Parquet files whose footer harms.</summary>
internal static class HostileFooters
{
    private const int Million = 1_000_000;
    private const long TwoBillion = 2_000_000_000;
    private const int Rows = 10;

    private static ForgedParquet Sound => ForgedParquet.Usage(Rows);

    public static IEnumerable<HostileFile> All() =>
    [
        Refused("footer-list-million-deep", Sound with { Extra = footer => footer.DeepList(77, Million) }),
        Refused("footer-struct-million-deep", Sound with { Extra = footer => footer.DeepStruct(77, Million) }),
        Refused("schema-5000-deep", Sound with { Schema = (DeepSchema(5_000), 1, 5_001) }),
        Refused(
            "schema-field-million-deep", Sound.With("visits", column => column with { Extra = element => element.DeepList(77, Million) })),
        Refused("footer-list-of-200-million", Sound with { Extra = footer => footer.ListOf(77, ThriftWriter.Struct, 200 * Million) }),
        Refused("footer-200-lists-of-2-billion", Sound with { Extra = ManyLists }),
        Read(
            "footer-list-of-40-million-that-are-there",
            Sound with { Extra = footer => footer.ListOf(77, ThriftWriter.True, 40 * Million).Raw(new byte[40 * Million]) }) with { IsHuge =
                true },
        Refused("schema-of-200-million", Sound with { Elements = 200 * Million }),
        Refused("row-groups-200-million", Sound with { Groups = 200 * Million }),
        Refused("leaves-100000", Sound with { Schema = (Leaves(100_000), 100_000, 100_000) }),
        Refused("leaves-100000-nested", Sound with { Schema = (Nested(100_000), 1, 100_001) }),
        Refused(
            "decimal-scale-2-billion", Sound.With("visits", column => column with { Converted = 5, Scale = TwoBillion, Precision = 9 })),
        Refused("decimal-scale-negative", Sound.With("visits", column => column with { Converted = 5, Scale = -2, Precision = 9 })),
        Refused(
            "decimal-precision-2-billion",
            Sound.With("visits", column => column with { Converted = 5, Scale = 2, Precision = TwoBillion })),
        Refused("fixed-length-2-billion", Sound.With("visits", column => column with { Type = ForgedColumn.Fixed, Length = TwoBillion })),
        Refused("fixed-length-negative", Sound.With("visits", column => column with { Type = ForgedColumn.Fixed, Length = -1 })),
        Refused("rows-2-billion", Sound with { Rows = TwoBillion }),
        Refused("rows-more-than-all-groups", Sound with { GroupRows = Rows - 1 }),
        Refused("rows-negative", Sound with { Rows = -Rows, GroupRows = -Rows }),
        Refused("rows-overflow", Sound with { GroupRows = long.MaxValue }),
        Refused("column-past-the-end", Sound.With("visits", column => column with { Start = 1L << 40 })),
        Refused("column-before-the-start", Sound.With("visits", column => column with { Start = -8 })),
        Refused("column-over-another", Sound.With("visits", column => column with { Start = 4 })),
        Refused("column-larger-than-file", Sound.With("visits", column => column with { Bytes = long.MaxValue })),
        Refused("column-of-negative-size", Sound.With("visits", column => column with { Bytes = -1 })),
        Refused("column-of-fewer-values", Sound.With("visits", column => column with { Values = Rows - 1 })),
        Read("row-groups-none", Sound with { Rows = 0, Groups = 0 }),
        Refused("footer-longer-than-file", Sound with { FooterBytes = int.MaxValue }),
        Refused("footer-longest", Sound with { FooterBytes = uint.MaxValue }),
        Refused("footer-empty", Sound with { FooterBytes = 0 }),
        Refused("footer-encrypted", Sound with { Magic = "PARE" }),
        Refused("footer-of-another-format", Sound with { Magic = "PK\u0003\u0004" }),
    ];

    private static HostileFile Refused(string name, ForgedParquet file) => new(name + ".parquet", IsRefused: true, file.Write);

    private static HostileFile Read(string name, ForgedParquet file) => new(name + ".parquet", IsRefused: false, file.Write);

    private static void ManyLists(ThriftWriter footer)
    {
        for (var i = 0; i < 200; i++) footer.ListOf(77, ThriftWriter.Struct, TwoBillion);
    }

    private static Action<ThriftWriter> DeepSchema(int depth) => thrift =>
    {
        for (var i = 0; i < depth; i++) thrift.Body(group => group.Int(3, 0).Text(4, "g").Int(5, 1));
        new ForgedColumn("leaf", ForgedColumn.Int32).WriteSchema(thrift);
    };

    private static Action<ThriftWriter> Leaves(int count) => thrift =>
    {
        for (var i = 0; i < count; i++) new ForgedColumn($"leaf{i}", ForgedColumn.Int32).WriteSchema(thrift);
    };

    private static Action<ThriftWriter> Nested(int count) => thrift =>
    {
        thrift.Body(group => group.Int(3, 0).Text(4, "wide").Int(5, count));
        Leaves(count)(thrift);
    };
}
