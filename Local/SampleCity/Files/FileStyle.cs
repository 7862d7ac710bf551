namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>How a file of the sample city is written: cities send all of these.</summary>
internal enum FileStyle
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    Csv,

    /// <summary>UTF-8 with a byte order mark, dates as 2025/3/7: Excel's.</summary>
    CsvWithBom,

    /// <summary>GB18030, Chinese headers, dates as 2025年3月7日: Excel's in China.</summary>
    CsvGb18030,

    /// <summary>UTF-16 with a byte order mark.</summary>
    CsvUtf16,

    CsvGzip,
    Tsv,
    JsonLines,
    Xlsx,
    Parquet,
}
