using System.Globalization;
using System.Text;
using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ingest.Formats;
using DuckDB.NET.Data;

namespace CommunityDemand.Benchmarks.Suites.Parquet;

/// <summary>Holds our reading of a Parquet file against DuckDB's, cell by cell.</summary>
internal static class DuckDbComparison
{
    private const double Tolerance = 1e-6;

    /// <summary>
    /// Compares the columns that we read; the reason is the first difference, or null. Rows are -1 where DuckDB does not read the file.
    /// </summary>
    public static async Task<Reading> RunAsync(string file, CancellationToken cancellationToken)
    {
        await using var ours = (ParquetRows)await FileReading.OpenAsync(file, cancellationToken);
        var columns = Enumerable.Range(0, ours.Header.Count).Where(i => ours.Unreadable(i) is null).ToArray();
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT {string.Join(", ", columns.Select(i => $"CAST({Quoted('"', ours.Header[i])} AS VARCHAR)"))} FROM "
                + $"read_parquet({Quoted('\'', file)})";
        long rows = 0;
        try
        {
            await using var theirs = await command.ExecuteReaderAsync(cancellationToken);
            string? difference = null;
            while (difference is null && await theirs.ReadAsync(cancellationToken))
            {
                var cells = Enumerable.Range(0, theirs.FieldCount).Select(i => theirs.IsDBNull(i) ? "" : theirs.GetString(i)).ToArray();
                difference = await CompareAsync(ours, columns, cells, cancellationToken);
                rows++;
            }

            if (difference is null && await ours.ReadAsync(cancellationToken)) difference = "more rows than DuckDB";
            return new Reading(rows, 0, difference is null ? null : $"row {rows}: {difference}", null, 0, 0);
        }
        catch (DuckDBException unread)
        {
            return new Reading(-1, 0, $"DuckDB does not read it: {unread.Message.Split('\n')[0]}", null, 0, 0);
        }
    }

    private static string Quoted(char mark, string text) =>
        $"{mark}{text.Replace($"{mark}", $"{mark}{mark}", StringComparison.Ordinal)}{mark}";

    private static async Task<string?> CompareAsync(RowSource ours, int[] columns, string[] theirs, CancellationToken cancellationToken)
    {
        // A row that is blank is no row of ours.
        if (theirs.All(cell => string.IsNullOrWhiteSpace(Bytes(cell)))) return null;
        if (!await ours.ReadAsync(cancellationToken)) return "no such row";
        for (var i = 0; i < theirs.Length; i++)
        {
            var own = ours[columns[i]].ToString();
            if (ours.FaultOf(columns[i]) is null && !AreEqual(own, theirs[i]))
                return $"column '{ours.Header[columns[i]]}' has '{own}' for '{theirs[i]}'";
        }

        return null;
    }

    private static bool AreEqual(string own, string theirs) =>
        own == theirs
        || own == Bytes(theirs)
        || Moment(own) == Moment(theirs)
        || (
            Number(own) is { } x && Number(theirs) is { } y
                && (x.Equals(y) || Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y))));

    // DuckDB shows bytes that are no plain text as \x and two digits.
    private static string Bytes(string text)
    {
        if (!text.Contains("\\x", StringComparison.Ordinal)) return text;
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.Add((byte)text[i]);
                continue;
            }

            bytes.Add(Convert.FromHexString(text.AsSpan(i + 2, 2))[0]);
            i += 3;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Moment(string text) => text.Replace('T', ' ').Replace("+00", "", StringComparison.Ordinal);

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
