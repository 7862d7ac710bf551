namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>
/// The ten measures of a file, each between 0 and 1: success, and precision, recall and F1 of its header, records and cells. Their sum is
/// the file's score (Vitagliano et al., Pollock: a data loading benchmark, PVLDB 16(8), 2023). The benchmark's own code calls the share of
/// the source that was found precision, and the share of what was loaded that is right recall; so does this.
/// </summary>
internal readonly record struct PollockScore(double Success, Found Header, Found Records, Found Cells)
{
    public static PollockScore Failed => default;

    public double Sum => Success + Header.Sum + Records.Sum + Cells.Sum;

    /// <summary>Compares what was loaded with what should have been.</summary>
    public static PollockScore Of(List<string[]> source, List<string[]> loaded)
    {
        if (source.Count == 0) return new PollockScore(1, Found.All, Found.All, Found.All);
        var header = source[0].Length == 0
            ? Found.All
            : Found.Of(source[0].Select(PollockCell.Normalize), loaded.Count == 0 ? [] : loaded[0].Select(PollockCell.Normalize));
        var records = source.Count == 1 ? Found.All : Found.Of(source.Skip(1).Select(Record), loaded.Skip(1).Select(Record));
        var cells = source.All(row => row.Length == 0) ? Found.All : Found.Of(source.SelectMany(row => row), loaded.SelectMany(row => row));
        return new PollockScore(1, header, records, cells);
    }

    private static string Record(string[] row) => string.Concat(row.Select(PollockCell.Normalize));
}
