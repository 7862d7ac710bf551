namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Parquet files whose pages harm.</summary>
internal static class HostilePages
{
    private const int Million = 1_000_000;
    private const long Claim = 1_900_000_000;
    private const int Rows = 10;
    private const int GzipPacking = 2;
    private const int BrotliPacking = 4;
    private const int SnappyPacking = 1;
    private const int LzoPacking = 3;
    private const int ZstdPacking = 6;
    private const int DeltaBinaryPacked = 5;
    private const int DeltaLengths = 6;
    private const int DeltaTexts = 7;

    public static IEnumerable<HostileFile> All() =>
    [
        Refused("page-header-list-million-deep", Page() with { Extra = header => header.DeepList(77, Million) }),
        Refused("page-header-struct-million-deep", Page() with { Extra = header => header.DeepStruct(77, Million) }),
        Refused("page-header-list-of-2-billion", Page() with { Extra = header => header.ListOf(77, ThriftWriter.Struct, Claim) }),
        Refused("page-claims-1.9-gb", Page() with { Stored = Claim, Unpacked = Claim }),
        Refused("page-unpacks-to-1.9-gb", Page() with { Unpacked = Claim, Body = ForgedPage.Gzip(1 << 16) }, GzipPacking),
        Refused("page-of-negative-size", Page() with { Stored = -1 }),
        Refused("page-of-negative-unpacked-size", Page() with { Unpacked = -1 }),
        Refused("page-of-negative-values", Page() with { Values = -Rows }),
        Refused("page-of-2-billion-values", Page() with { Values = Claim }),
        Refused("page-of-unknown-encoding", Page() with { Encoding = 77 }),
        Refused("page-of-unknown-kind", Page() with { Kind = 77 }),
        Refused("page-cut-short", Page() with { Body = [1, 2, 3] }),
        Refused("page-of-lzo", Page(), LzoPacking),
        Refused("page-of-unknown-packing", Page(), 77),
        Huge(Refused("bomb-page-gzip-2-gb", Page() with { Make = () => ForgedPage.Gzip(2L << 30), Unpacked = 40 }, GzipPacking)),
        Huge(Refused("bomb-page-brotli-2-gb", Page() with { Make = () => ForgedPage.Brotli(2L << 30), Unpacked = 40 }, BrotliPacking)),
        Huge(Refused("bomb-page-zstd-1-gb", Page() with { Make = () => ForgedPage.Zstd(1 << 30), Unpacked = 40 }, ZstdPacking)),
        Refused("bomb-page-snappy-claims-2-gb", Page() with { Body = [0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0], Unpacked = 40 }, SnappyPacking),
        Huge(
            Refused(
                "bomb-dictionary-gzip-1.9-gb", Dictionary(1) with { Make = () => ForgedPage.Gzip(Claim), Unpacked = Claim }, GzipPacking)),
        Refused(
            "bomb-dictionary-gzip-150-mb", Dictionary(1) with { Make = () => ForgedPage.Gzip(150 << 20), Unpacked = 150 << 20 },
            GzipPacking),
        Refused(
            "bomb-many-pages-of-30-mb",
            [.. Enumerable.Repeat(Page() with { Values = 1, Make = Once(() => ForgedPage.Zstd(30 << 20)), Unpacked = 30 << 20 }, 2_000)],
            ZstdPacking, 2_000),
        Refused("dictionary-claims-1.9-gb", Dictionary(1) with { Stored = Claim, Unpacked = Claim }),
        Refused("dictionary-of-2-billion-values", Dictionary(Claim)),
        Refused("dictionary-of-negative-values", Dictionary(-1)),
        Refused("dictionary-twice", [Dictionary(1), Dictionary(1)]),
        Refused("dictionary-index-outside", [Dictionary(1), Indices(1, Rows << 1, 1)]),
        Refused("dictionary-index-of-255-bits", [Dictionary(1), Indices(255, Rows << 1, 0)]),
        Refused("dictionary-missing", Indices(1, Rows << 1, 0)),
        Read("run-of-2-billion", [Dictionary(1), Indices(1, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0)]),
        Refused("runs-of-nothing", [Dictionary(1), Indices([1, .. new byte[16 * Million]])]),
        Refused("delta-block-of-2-billion", Delta(DeltaBinaryPacked, 0x80, 0x80, 0x80, 0x80, 0x08, 1, Rows, 0)),
        Refused("delta-without-blocks", Delta(DeltaBinaryPacked, 0x80, 1, 0, Rows, 0)),
        Refused("delta-of-100-bits", Delta(DeltaBinaryPacked, 0x80, 1, 1, Rows, 0, 0, 100)),
        Refused("delta-cut-short", Delta(DeltaBinaryPacked, 0x80, 1, 1, Rows, 0, 0, 64)),
        Text("delta-lengths-of-2-billion", DeltaLengths, 0x80, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x07, 0, 0, 0),
        Text("delta-length-negative", DeltaLengths, 0x80, 1, 1, Rows, 1, 0, 0),
        Text("delta-prefix-of-nothing", DeltaTexts, 0x80, 1, 1, Rows, 8, 0, 0, 0x80, 1, 1, Rows, 0, 0, 0),
        Text("text-of-2-billion-bytes", ForgedPage.Plain, 0xFF, 0xFF, 0xFF, 0x7F, 0),
        Text("text-of-negative-length", ForgedPage.Plain, 0xFF, 0xFF, 0xFF, 0xFF, 0),
        Refused("pages-of-nothing-million", [.. Enumerable.Repeat(Page() with { Values = 0, Body = [] }, Million)]),
        HugeGroup(),
    ];

    private static ForgedPage Page() => new() { Values = Rows, Body = ForgedPage.Integers(Enumerable.Range(1, Rows)) };

    private static ForgedPage Dictionary(long values) => new() { Kind = 2, Values = values, Body = ForgedPage.Integers(7) };

    private static ForgedPage Indices(params byte[] body) => new() { Values = Rows, Encoding = ForgedPage.Dictionary, Body = body };

    private static ForgedPage Delta(int encoding, params byte[] body) => new() { Values = Rows, Encoding = encoding, Body = body };

    private static HostileFile Refused(string name, ForgedPage page, int packing = 0) => Refused(name, [page], packing);

    private static HostileFile Refused(string name, IReadOnlyList<ForgedPage> pages, int packing = 0, int rows = Rows) =>
        new(name + ".parquet", IsRefused: true, file => Visits(pages, packing, rows).Write(file));

    private static Func<byte[]> Once(Func<byte[]> make)
    {
        var made = new Lazy<byte[]>(make);
        return () => made.Value;
    }

    private static HostileFile Huge(HostileFile file) => file with { IsHuge = true };

    private static HostileFile Read(string name, IReadOnlyList<ForgedPage> pages) =>
        new(name + ".parquet", IsRefused: false, file => Visits(pages, 0, Rows).Write(file));

    private static ForgedParquet Visits(IReadOnlyList<ForgedPage> pages, int packing, int rows) => ForgedParquet.Usage(rows)
        .With("visits", column => column with { Packing = packing, Pages = [.. pages.Select(page => page.ToArray())] });

    private static HostileFile Text(string name, int encoding, params byte[] body) =>
        new(name + ".parquet", IsRefused: true, file => ForgedParquet.Usage(Rows)
        .With("service", column => column with { Pages = [Delta(encoding, body).ToArray()] }).Write(file));

    // A row group of 2 GB: 1,000 pages of 2 MB in its one large column.
    private static HostileFile HugeGroup()
    {
        const int pages = 1_000;
        const int rowsOfPage = 1_000;
        return new HostileFile("row-group-of-2-gb.parquet", IsRefused: false, file =>
        {
            var page = ForgedParquet.Page(rowsOfPage, ForgedPage.Texts(Enumerable.Repeat(new string('x', 2_000), rowsOfPage)));
            var usage = ForgedParquet.Usage(pages * rowsOfPage);
            (
                usage with
                {
                    Columns =
                        [.. usage.Columns,
                            new ForgedColumn("comment", ForgedColumn.Text, [.. Enumerable.Repeat(page, pages)]) { Converted = 0 }]
                }).Write(file);
        })
        { IsHuge = true };
    }
}
