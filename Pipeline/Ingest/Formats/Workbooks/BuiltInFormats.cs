namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Number formats that a workbook names by number alone (ECMA-376, part 1, section 18.8.30). Those of 27 to 36 and 50 to 58 are dates of
/// East Asia and differ between languages only in their letters.
/// </summary>
internal static class BuiltInFormats
{
    public static string Of(int number) => number switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 or 28 or 29 or 30 or 31 or 51 or 53 or 54 or 58 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 or 27 or 36 or 50 or 52 or 57 => "mmm-yy",
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 55 or 56 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        _ => "General",
    };
}
