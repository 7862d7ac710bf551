using System.Globalization;
using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ingest.Formats;
using DuckDB.NET.Data;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Holds our reading of a Parquet file against DuckDB's, cell by cell.</summary>
internal static class DuckDbComparison
{
    private const double Tolerance = 1e-6;

    /// <summary>Compares; the reason is the first difference, or null.</summary>
    public static async Task<Reading> RunAsync(string file, CancellationToken cancellationToken)
    {
        await using var ours = await FileReading.OpenAsync(file, cancellationToken);
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('{file.Replace("'", "''", StringComparison.Ordinal)}', binary_as_string = true)";
        long rows = 0;
        try
        {
            await using var theirs = await command.ExecuteReaderAsync(cancellationToken);
            string? difference = null;
            while (difference is null && await theirs.ReadAsync(cancellationToken))
            {
                var cells = Enumerable.Range(0, theirs.FieldCount).Select(i => theirs.IsDBNull(i) ? "" : theirs.GetString(i)).ToArray();
                difference = await CompareAsync(ours, cells, cancellationToken);
                rows++;
            }

            if (difference is null && await ours.ReadAsync(cancellationToken)) difference = "more rows than DuckDB";
            return new Reading(rows, 0, difference is null ? null : $"row {rows}: {difference}", null, 0, 0);
        }
        catch (DuckDBException unread)
        {
            return new Reading(rows, 0, $"DuckDB does not read it: {unread.Message.Split('\n')[0]}", null, 0, 0);
        }
    }

    private static async Task<string?> CompareAsync(RowSource ours, string[] theirs, CancellationToken cancellationToken)
    {
        // A row that is blank is no row of ours.
        if (Enumerable.Range(0, theirs.Length).All(i => string.IsNullOrWhiteSpace(theirs[i]))) return null;
        if (!await ours.ReadAsync(cancellationToken)) return "no such row";
        if (ours.Header.Count != theirs.Length) return $"{ours.Header.Count} columns for {theirs.Length}";
        for (var i = 0; i < theirs.Length; i++)
        {
            var own = ours[i].ToString();
            var isLeft = ours.FaultOf(i) is not null || (own.Length == 0 && IsNested(theirs[i]));
            if (!isLeft && !AreEqual(own, theirs[i])) return $"column '{ours.Header[i]}' has '{own}' for '{theirs[i]}'";
        }

        return null;
    }

    // Nested columns are passed over.
    private static bool IsNested(string text) => text.StartsWith('{') || text.StartsWith('[');

    private static bool AreEqual(string own, string theirs) =>
        own == theirs
        || Moment(own) == Moment(theirs)
        || (Number(own) is { } x && Number(theirs) is { } y && (x.Equals(y) || Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y))));

    private static string Moment(string text) => text.Replace('T', ' ').Replace("+00", "", StringComparison.Ordinal);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
