using System.IO.Compression;
using System.Text;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Text files, packed files and mappings that harm.</summary>
internal static class HostileTexts
{
    private const int Million = 1_000_000;
    private const int Deep = 100_000;
    private const string Header = "community,service,date,visits\n";
    private const string Row = "F1,meals,2025-03-07,10\n";

    public static IEnumerable<HostileFile> All() =>
    [
        new("bomb-rows.csv.gz", true, file => Gzip(file, Header, Row, 10 * Million)) { IsHuge = true },
        new("bomb-one-line.csv.gz", true, file => Gzip(file, "", new string('x', 1 << 20), 1_000)) { IsHuge = true },
        new("members-1000.csv.gz", false, Members),
        new(
            "cut-short.csv.gz", true, file => file.Write(
                Packed(Header + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"F{i},meals,2025-03-07,{i}\n"))).AsSpan()[..^100])),
        new("no-gzip.csv.gz", false, file => Write(file, Header + Row)),
        new("line-of-1-gb.csv", true, file => Repeat(file, "", new string('x', 1 << 20), 1_000)) { IsHuge = true },
        new("line-of-1-gb-below-the-header.csv", false, file => Repeat(file, Header, new string('x', 1 << 20), 1_000)) { IsHuge = true },
        new("columns-50000.csv", true, file => Write(file, string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"c{i}")) + "\n")),
        new("deep-first-row.jsonl", true, file => Write(file, "{\"a\":" + new string('[', Deep) + new string(']', Deep) + "}\n")),
        new(
            "deep-row.jsonl", false, file =>
                Write(file, $"{{\"community\":\"F1\"}}\n{{\"a\":{new string('[', Deep)}{new string(']', Deep)}}}\n")),
        new("deep.mapping.json", true, file => Write(file, "{\"columns\":" + new string('[', Deep) + new string(']', Deep) + "}")),
        new(
            "headers-700000.mapping.json", true, file => Write(
                file,
                """{"dataset":"usage","match":{"headers":[""" + Many(i => $"\"h{i}\"") + "]}}")),
        new(
            "values-700000.mapping.json", true, file => Write(
                file,
                """{"dataset":"usage","columns":{"visits":{"from":"v","values":{""" + Many(i => $"\"{i}\":1") + "}}}}")),
    ];

    private static string Many(Func<int, string> part) => string.Join(',', Enumerable.Range(0, 700_000).Select(part));

    private static void Write(Stream file, string text) => file.Write(Encoding.UTF8.GetBytes(text));

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) Write(gzip, text);
        return packed.ToArray();
    }

    private static void Repeat(Stream file, string head, string text, int times)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(file, head);
        for (var i = 0; i < times; i++) file.Write(bytes);
    }

    // Written in blocks of many rows: a row at a time would take minutes.
    private static void Gzip(Stream file, string head, string text, long times)
    {
        var many = Math.Max(1, (1 << 20) / text.Length);
        using var gzip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true);
        Repeat(gzip, head, string.Concat(Enumerable.Repeat(text, many)), (int)(times / many));
    }

    private static void Members(Stream file)
    {
        file.Write(Packed(Header));
        for (var i = 0; i < 1_000; i++) file.Write(Packed($"F{i},meals,2025-03-07,10\n"));
    }
}
