using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Domain.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>
/// Writes forecasts as CSV in one step: a reader sees either the old or the complete new file. A name ending in .gz is gzipped.
/// </summary>
internal static class ForecastWriter
{
    private const string Columns = "level,key,date,horizon,mean,median,lower_80,upper_80,lower_95,upper_95,model";

    /// <param name="schema">Key columns: each has a column at the end, empty where a level sums over the column.</param>
    public static void Write(FileInfo file, ForecastSet set, KeySchema schema) => Replace(file, writer =>
    {
        var keys = new KeyColumns(schema, Columns);
        writer.WriteLine($"{Columns}{keys.Header}");
        foreach (var node in set.Nodes)
        {
            for (var h = 0; h < set.Periods.Count; h++)
            {
                WriteRow(writer, set.Periods, node, h);
                writer.WriteLine(keys.Of(node.Node));
            }
        }
    });

    /// <param name="schema">Key columns, as for a forecast.</param>
    public static void Write(FileInfo file, BacktestResult result, KeySchema schema) => Replace(file, writer =>
    {
        var keys = new KeyColumns(schema, $"{Columns},origin,actual");
        writer.WriteLine($"{Columns},origin,actual{keys.Header}");
        foreach (var origin in result.Origins)
        {
            var from = Show(origin.Origin, origin.Forecasts.Periods.Frequency);
            for (var node = 0; node < origin.Forecasts.Nodes.Count; node++)
            {
                for (var h = 0; h < origin.Forecasts.Periods.Count; h++)
                {
                    WriteRow(writer, origin.Forecasts.Periods, origin.Forecasts.Nodes[node], h);
                    var actual = origin.Actual[node][h];
                    writer.WriteLine($",{from},{(double.IsNaN(actual) ? "" : Show(actual))}{keys.Of(origin.Forecasts.Nodes[node].Node)}");
                }
            }
        }
    });

    private static void WriteRow(TextWriter writer, TimeAxis periods, NodeForecast forecast, int h)
    {
        writer.Write(CsvField.Of(forecast.Node.Level));
        writer.Write(',');
        writer.Write(CsvField.Of(forecast.Node.Key));
        writer.Write(',');
        writer.Write(Show(periods[h], periods.Frequency));
        writer.Write(',');
        writer.Write(h + 1);
        foreach (var values in (ReadOnlySpan<double[]>)[
            forecast.Mean, forecast.Median, forecast.Lower80, forecast.Upper80, forecast.Lower95, forecast.Upper95])
        {
            writer.Write(',');
            writer.Write(Show(values[h]));
        }

        writer.Write(',');
        writer.Write(CsvField.Of(forecast.Model));
    }

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Show(DateTime start, Frequency frequency) =>
        start.ToString(frequency == Frequency.Hourly ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Replace(FileInfo file, Action<TextWriter> write)
    {
        var part = $"{file.FullName}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(file.DirectoryName!);
            using (var writer = new StreamWriter(Create(part, file.Extension)) { NewLine = "\n" }) write(writer);
            File.Move(part, file.FullName, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file}: can't be written: {FileFaultMessages.Tell(failure)}.", failure);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static Stream Create(string part, string extension)
    {
        var stream = File.Create(part);
        return extension.Equals(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionLevel.Fastest) : stream;
    }
}
