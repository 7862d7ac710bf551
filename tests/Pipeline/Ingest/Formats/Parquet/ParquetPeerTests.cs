using System.Globalization;
using CsCheck;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Parquet;

/// <summary>Whatever Parquet.Net writes is read as it was.</summary>
public sealed class ParquetPeerTests
{
    private static readonly DataField<string> Text = new("text");
    private static readonly DataField<double?> Number = new("number");
    private static readonly DataField<long?> Count = new("count");
    private static readonly DataField<int> Size = new("size");
    private static readonly DataField<bool?> Flag = new("flag");

    private static readonly Gen<(string? Text, double? Number, long? Count, int Size, bool? Flag)> Row = Gen.Select(
        Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["ab社é"], 1, 6].Select(text => (string?)text)), Gen.Double.Nullable(),
        Gen.Long.Nullable(), Gen.Int, Gen.Bool.Nullable());

    public static TheoryData<CompressionMethod> Methods() =>
        [CompressionMethod.None, CompressionMethod.Snappy, CompressionMethod.Gzip, CompressionMethod.Brotli, CompressionMethod.Zstd,
            CompressionMethod.Lz4Raw];

    [Theory]
    [MemberData(nameof(Methods))]
    public Task Read_TableOfParquetNet_IsAsWritten(CompressionMethod method) => Row.Array[1, 400].Array[1, 3].SampleAsync(
        async groups =>
        {
            var read = await Rows.ReadAsync("x.parquet", await WriteAsync(groups, method));

            read.ShouldBe(groups.SelectMany(rows => rows).Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Text}|{row.Number}|{row.Count}|{row.Size}|{(row.Flag is { } flag ? flag ? "true" : "false" : "")}")));
        },
        iter: 25,
        threads: 1);

    private static async Task<byte[]> WriteAsync(
        (string? Text, double? Number, long? Count, int Size, bool? Flag)[][] groups, CompressionMethod method)
    {
        using var stream = new MemoryStream();
        var options = new ParquetOptions { CompressionMethod = method };
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(Text, Number, Count, Size, Flag), stream, options))
        {
            foreach (var rows in groups)
            {
                using var group = writer.CreateRowGroup();
                await group.WriteAsync(Text, rows.Select(row => row.Text!).ToArray());
                await group.WriteAsync<double>(Number, rows.Select(row => row.Number).ToArray());
                await group.WriteAsync<long>(Count, rows.Select(row => row.Count).ToArray());
                await group.WriteAsync<int>(Size, rows.Select(row => row.Size).ToArray());
                await group.WriteAsync<bool>(Flag, rows.Select(row => row.Flag).ToArray());
            }
        }

        return stream.ToArray();
    }
}
