using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using Sylvan.Data.Csv;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>
/// Sanitation requests of the City of Chicago, 2011 to 2014, as panels of any frequency. Left out, as in the published protocol: statuses
/// that say duplicate, repeated request numbers and areas other than the 77; an empty nature counts as one of its own.
/// </summary>
internal sealed class ChicagoRequests
{
    public const string Folder = "chicago-sanitation-311";

    /// <summary>Series of area x nature with fewer requests in the four years are left out: 333 stay.</summary>
    public const int FewestRequests = 48;

    private static readonly DateTime First = new(2011, 1, 1);
    private static readonly DateTime AfterLast = new(2015, 1, 1);

    private readonly List<(string Side, string Area, string Nature, DateTime Created)> _requests;

    private ChicagoRequests(List<(string, string, string, DateTime)> requests) => _requests = requests;

    public static ChicagoRequests Read(string folder)
    {
        var sides = ReadSides(Path.Combine(folder, "community-areas.csv"));
        using var text = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, "requests.csv.gz")), CompressionMode.Decompress));
        using var rows = CsvDataReader.Create(text);
        string Cell(string column) => rows.GetString(rows.GetOrdinal(column));
        var (requests, seen) = (new List<(string, string, string, DateTime)>(), new HashSet<string>(StringComparer.Ordinal));
        while (rows.Read())
        {
            if (Cell("status").Contains("Dup", StringComparison.Ordinal) || !seen.Add(Cell("request_number"))) continue;
            if (!sides.TryGetValue(Cell("community_area"), out var side)) continue;
            var created = DateTime.ParseExact(Cell("created"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (created < First || created >= AfterLast) continue;
            requests.Add((side, Cell("community_area"), Cell("nature") is { Length: > 0 } known ? known : "Unspecified", created));
        }

        return new ChicagoRequests(requests);
    }

    /// <summary>The 333 series of area x nature: side over area, crossed with nature.</summary>
    public Panel Cells(Frequency frequency) => PanelOf(
        frequency,
        KeySchema.Of(["side", "community_area", "nature"], ["side", "community_area"]),
        request => [request.Side, request.Area, request.Nature],
        FewestRequests);

    /// <summary>The same 333 series without a hierarchy.</summary>
    public Panel FlatCells(Frequency frequency) => PanelOf(
        frequency, KeySchema.Of(["community_area", "nature"], []), request => [request.Area, request.Nature], FewestRequests);

    /// <summary>All requests of each of the 77 areas: side over area.</summary>
    public Panel Areas(Frequency frequency) => PanelOf(
        frequency,
        KeySchema.Of(["side", "community_area"], ["side", "community_area"]),
        request => [request.Side, request.Area],
        fewest: 0);

    /// <summary>The whole periods between the first and the last day.</summary>
    private static TimeAxis Axis(Frequency frequency)
    {
        var start = frequency.Floor(First) < First ? frequency.Add(frequency.Floor(First), 1) : First;
        return new TimeAxis(frequency, start, frequency.Between(start, AfterLast));
    }

    private Panel PanelOf(
        Frequency frequency, KeySchema schema, Func<(string Side, string Area, string Nature, DateTime Created), string[]> key, int fewest)
    {
        var axis = Axis(frequency);
        var series = new SortedDictionary<string, (string[] Key, double[] Values, int Total)>(StringComparer.Ordinal);
        foreach (var request in _requests)
        {
            var parts = key(request);
            var name = string.Join('|', parts);
            var one = series.GetValueOrDefault(name, (parts, new double[axis.Count], 0));
            var period = axis.IndexOf(request.Created);
            if (period >= 0 && period < axis.Count) one.Item2[period]++;
            series[name] = (one.Item1, one.Item2, one.Item3 + 1);
        }

        var kept = series.Values.Where(one => one.Total >= fewest).ToArray();
        return new Panel(axis, schema, [.. kept.Select(one => one.Key)], [.. kept.Select(one => one.Values)]);
    }

    private static Dictionary<string, string> ReadSides(string path)
    {
        using var rows = CsvDataReader.Create(path);
        var sides = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) sides[rows.GetString(rows.GetOrdinal("community_area"))] = rows.GetString(rows.GetOrdinal("side"));
        return sides;
    }
}
