using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using Sylvan.Data.Csv;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>Australian visitor nights by region and purpose, monthly, 1998 to 2016: 304 series, 555 nodes.</summary>
internal static class TourismLarge
{
    public const string Folder = "tourism-large";

    /// <summary>
    /// Root mean squared errors pooled over a level's nodes and the 24 months of 2015 and 2016, the best published of each level.
    /// </summary>
    public static IReadOnlyDictionary<string, double> BestPublished { get; } = new Dictionary<string, double>
    {
        ["total"] = 2239,
        ["state"] = 567,
        ["state+zone"] = 228,
        ["state+zone+region"] = 120,
        ["purpose"] = 767,
        ["state+purpose"] = 221,
        ["state+zone+purpose"] = 100,
        ["bottom"] = 56,
    };

    public static Panel Read(string folder)
    {
        using var text = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, "visitor-nights.csv.gz")), CompressionMode.Decompress));
        using var rows = CsvDataReader.Create(text);
        string Cell(string column) => rows.GetString(rows.GetOrdinal(column));
        var axis = new TimeAxis(Frequency.Monthly, new DateTime(1998, 1, 1), 228);
        var series = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var month = DateTime.ParseExact(Cell("month")[..7], "yyyy-MM", CultureInfo.InvariantCulture);
            var key = string.Join('|', Cell("state"), Cell("zone"), Cell("region"), Cell("purpose"));
            if (!series.TryGetValue(key, out var values)) series.Add(key, values = new double[axis.Count]);
            values[axis.IndexOf(month)] += double.Parse(Cell("visitor_nights_thousands"), CultureInfo.InvariantCulture);
        }

        return new Panel(
            axis,
            KeySchema.Of(["state", "zone", "region", "purpose"], ["state", "zone", "region"]),
            [.. series.Keys.Select(key => key.Split('|'))],
            [.. series.Values]);
    }
}
