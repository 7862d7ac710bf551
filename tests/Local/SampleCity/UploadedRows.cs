using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using Parquet.Serialization;
using Sylvan.Data.Csv;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>Reads a generated file of any style with other people's readers: rows of texts by column name, dates as yyyy-MM-dd.</summary>
internal static class UploadedRows
{
    private static readonly Dictionary<string, string> English = new()
    {
        ["社区"] = "community",
        ["服务"] = "service",
        ["日期"] = "date",
        ["人次"] = "visits",
        ["未满足"] = "unmet",
        ["流水号"] = "event_id",
        ["人群"] = "group",
        ["响应分钟"] = "response_minutes",
        ["工时"] = "staff_hours",
        ["来源"] = "source",
        ["渠道"] = "channel",
        ["内容"] = "content",
        ["效率"] = "efficiency",
        ["态度"] = "attitude",
        ["可持续"] = "sustainability",
        ["创新"] = "innovation",
        ["投诉"] = "complaint",
        ["意见"] = "comment",
        ["主题"] = "theme",
        ["反馈编号"] = "feedback_id",
    };

    public static async Task<List<Dictionary<string, string>>> ReadAsync(string path) => Path.GetExtension(path) switch
    {
        ".jsonl" => [.. File.ReadLines(path).Select(
            line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!.ToDictionary(p => p.Key, p => p.Value.ToString()))],
        ".xlsx" => [.. MiniExcel.Query(path, useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(Row)],
        ".parquet" => await ParquetAsync(path),
        _ => Delimited(path),
    };

    private static async Task<List<Dictionary<string, string>>> ParquetAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return [.. (await ParquetSerializer.DeserializeUntypedAsync(file)).Data.Select(row => Row(row!))];
    }

    private static Dictionary<string, string> Row(IEnumerable<KeyValuePair<string, object?>> cells) =>
        cells.ToDictionary(p => p.Key, p => p.Value switch
        {
            DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        });

    private static List<Dictionary<string, string>> Delimited(string path)
    {
        using var file = File.OpenRead(path);
        using var reader = new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, EncodingOf(path));
        using var csv = CsvDataReader.Create(
            reader, new CsvDataReaderOptions { Delimiter = path.EndsWith(".tsv", StringComparison.Ordinal) ? '\t' : ',' });
        var names = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).Select(n => English.GetValueOrDefault(n, n)).ToArray();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(names.Select((name, i) => (name, Value: name == "date" ? Day(csv.GetString(i)) : csv.GetString(i)))
            .ToDictionary(c => c.name, c => c.Value));
        return rows;
    }

    private static Encoding EncodingOf(string path)
    {
        if (path.EndsWith(".gz", StringComparison.Ordinal)) return Encoding.UTF8;
        Span<byte> head = stackalloc byte[2];
        using (var file = File.OpenRead(path)) file.ReadExactly(head);
        // Chinese headers without a mark are GB18030's; UTF-16 and UTF-8 marks are found by StreamReader.
        return head[0] < 0x80 || head is [0xFF, 0xFE] or [0xEF, 0xBB]
            ? Encoding.UTF8
            : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    }

    private static string Day(string text) => DateOnly.TryParseExact(
        text,
        ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"],
        CultureInfo.InvariantCulture,
        DateTimeStyles.None,
        out var day) ? day.ToString("yyyy-MM-dd") : text;
}
