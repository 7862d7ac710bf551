namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Styles of the sample city's files: the variety that cities send.</summary>
internal enum FileStyle
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    Csv,

    /// <summary>UTF-8 with a byte order mark, dates as 2025/3/7: written by Excel.</summary>
    CsvWithBom,

    /// <summary>GB18030, Chinese headers, dates as 2025年3月7日: written by Excel in China.</summary>
    CsvGb18030,

    /// <summary>UTF-16 with a byte order mark.</summary>
    CsvUtf16,

    CsvGzip,
    Tsv,
    JsonLines,
    Xlsx,
    Parquet,
}
