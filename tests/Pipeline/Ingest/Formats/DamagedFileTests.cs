using System.Text;
using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>Whatever bytes of a sound file are altered, what is said of it is said in our words.</summary>
public sealed class DamagedFileTests
{
    private const string Text = "community,service,date,visits\nC1,meals,2025-03-07,10\nC2,\"a \"\"b\"\"\",2025-03-08,11\n";
    private const string Json =
        "{\"community\":\"C1\",\"service\":\"\\u0061\",\"date\":\"2025-03-07\",\"visits\":10}\n{\"community\":\"C2\",\"visits\":[1]}\n";
    private const string Mapping =
        """{"dataset":"usage","match":{"file":"x*"},"columns":{"community":"c","service":"s","date":"d","visits":{"constant":1}}}""";

    public static TheoryData<string, byte[]> Files() => new()
    {
        { "text.csv", Encoding.UTF8.GetBytes(Text) },
        { "text.tsv", Encoding.UTF8.GetBytes(Text.Replace(',', '\t')) },
        { "packed.csv.gz", FormatTests.Gzip(Encoding.UTF8.GetBytes(Text)) },
        { "lines.jsonl", Encoding.UTF8.GetBytes(Json) },
        { "book.xlsx", FormatTests.Xlsx() },
        { "table.parquet", FormatTests.ParquetBytes() },
        { "forged.parquet", ForgedParquet.Usage(40).ToArray() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Read_AlteredBytes_AreToldInPlainWords(string name, byte[] sound)
    {
        (await Rows.ReasonAsync(name, sound)).ShouldBeNull();

        await Altered(sound).SampleAsync(
            async damaged =>
            {
                if (await Rows.ReasonAsync(name, damaged) is { } reason) reason.ShouldBePlain();
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void Parse_AlteredMapping_IsToldInPlainWords() => Altered(Encoding.UTF8.GetBytes(Mapping)).Sample(
        damaged =>
        {
            try
            {
                MappingParser.Parse("x.json", damaged);
            }
            catch (MappingException refused)
            {
                refused.Message.ShouldBePlain();
            }
        },
        iter: 400,
        threads: 1);

    private static Gen<byte[]> Altered(byte[] sound)
    {
        var change = Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte);
        var changed = change.Array[1, 6].Select(changes =>
        {
            var bytes = (byte[])sound.Clone();
            foreach (var (place, value) in changes) bytes[place] = value;
            return bytes;
        });
        return Gen.OneOf(changed, changed, Gen.Int[1, sound.Length - 1].Select(length => sound[..length]));
    }
}
