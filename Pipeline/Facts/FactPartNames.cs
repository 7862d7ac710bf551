using System.Globalization;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Names of an upload's fact files: <c>{dataset}/year=2025/{upload}-0000.parquet</c>, or <c>{dataset}/{upload}-0000.parquet</c> where a
/// dataset is not partitioned. The parts of an upload are stored as years and counts, such as <c>2024:1;2025:3</c> or <c>:1</c>.
/// </summary>
internal static class FactPartNames
{
    public static string Of(string dataset, int? year, string uploadId, int number) => year is null
        ? string.Create(CultureInfo.InvariantCulture, $"{dataset}/{uploadId}-{number:0000}.parquet")
        : string.Create(CultureInfo.InvariantCulture, $"{dataset}/year={year:0000}/{uploadId}-{number:0000}.parquet");

    /// <summary>The upload of a fact file.</summary>
    public static string UploadIdOf(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        var dash = file.LastIndexOf('-');
        return dash < 0 ? file : file[..dash];
    }

    public static string Write(IEnumerable<KeyValuePair<int, int>> countByYear) =>
        string.Join(
            ';', countByYear.OrderBy(p => p.Key).Select(p => string.Create(CultureInfo.InvariantCulture, $"{Year(p.Key)}:{p.Value}")));

    /// <summary>Names of an upload's fact files for the years <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static IEnumerable<string> Read(string dataset, string uploadId, string parts, int first = 0, int last = 9999)
    {
        foreach (var part in parts.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            int? year = colon == 0 ? null : int.Parse(part[..colon], CultureInfo.InvariantCulture);
            if (year < first || year > last) continue;
            var count = int.Parse(part[(colon + 1)..], CultureInfo.InvariantCulture);
            for (var number = 0; number < count; number++) yield return Of(dataset, year, uploadId, number);
        }
    }

    // Year 0 means no partition.
    private static string Year(int year) => year == 0 ? "" : year.ToString("0000", CultureInfo.InvariantCulture);
}
