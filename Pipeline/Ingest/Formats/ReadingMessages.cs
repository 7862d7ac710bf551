namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What readers tell the owner of a file.</summary>
internal static class ReadingMessages
{
    public const string Empty = "The file is empty.";

    public const string EmptyOnceUnpacked = "The file is empty once unpacked, or its gzip data is damaged at the start.";

    public const string NoHeader = "The file is empty: it has no header line.";

    public const string EmptyZip = "The zip has no file in it.";

    public const string PackedTwice = "The file is packed twice. Unpack it once and upload that.";

    public const string PackedBinary = "A workbook or Parquet file is packed already. Upload it unpacked.";

    public const string EncryptedZip = "The zip is protected by a password. Unpack it and upload the table itself.";

    public const string EncryptedWorkbook = "The workbook is protected by a password. Save it without one (File, Info, Protect Workbook, Encrypt with Password) and upload that.";

    public const string OldWorkbook = "The file is a workbook of Excel 97 to 2003. Save it as .xlsx or CSV and upload that.";

    public const string Html = "The file is a web page, whatever its name says. Open it in a spreadsheet program, save it as .xlsx or CSV and upload that.";

    public const string Xml = "The file is XML, not a table. Open it in a spreadsheet program, save it as .xlsx or CSV and upload that.";

    public const string JsonDocument = "The file is one JSON document. Write a JSON object a line (.jsonl), or a list of objects.";

    public const string Binary = "The file is no text and no format that is read: use CSV, JSON lines (each also as .gz or .zip), .xlsx or .parquet.";

    public static string TooManyColumns => $"The header has more than {ReadLimits.Columns} columns. Keep the columns that the dataset asks for.";

    public static string Overlong => $"longer than {ReadLimits.RowCharacters} characters";

    public static string HeaderUnreadable(string fault) => $"The header line can't be read: {fault}.";

    public static string ZipOfSeveral(int files, string names) => $"The zip holds {files} files ({names}). Upload each table by itself.";

    public static string Foreign(string what, string remedy) => $"The file is {what}, not a table. {remedy}";

    public static string GzipDamaged(string why) => $"The gzip data is damaged: {why} Pack and upload it again.";

    public static string ZipDamaged(string why) => $"The zip is damaged: {why} Pack and upload it again.";

    public const string MixedEncodings = "Some lines of the text are UTF-8 and some are not. Write all of it in UTF-8 and upload it again.";

    public const string NoEncoding = "The encoding of the text can't be told. Save it as UTF-8, or say `encoding` in a mapping.";

    public const string Twice = "Letters such as the two of 'CafÃ©' were encoded twice: rows that have them are left out. Export the text as UTF-8 once.";

    public const string TwiceEncoded = "text that was encoded twice ('CafÃ©' for 'Café')";

    public const string BrokenText = "Some bytes are no characters of the encoding: values that have them are rejected.";

    public static string SeveralEncodings(string names) =>
        $"The text may be written in one of several encodings ({names}), which give different letters. Save it as UTF-8, or say `encoding` in a mapping.";

    public const string NoJsonObject = "The file is empty: it has no JSON object.";

    public static string FirstJson(string fault, bool isList) => isList
        ? $"The first element of the list is no JSON object ({fault}). A list of objects {{...}} is read."
        : $"The first line is no JSON object ({fault}). A .jsonl file has one object {{...}} a line, or a list around all of them.";

    public static string NameTwice(string name) => $"the name '{name}' twice";

    public static string Unpacked(string entry) => $"'{entry}' was read from the zip.";

    public static string EncodingFound(string name) => $"The text was read as {name}.";

    public static string DelimiterFound(string name) => $"Values are separated by {name}.";

    public static string Above(int rows, long header) => $"{rows} rows above the header in line {header} were left out.";

    public static string HeaderOfRows(int rows, long line) => $"{rows} rows from line {line} make the header.";

    public static string HeaderInvented => "No line names the columns: they are called column1, column2 and so on.";
}
