using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Why a file can't be read, and what to do about it.</summary>
internal static class FileMessages
{
    public static Message NoDataset(IEnumerable<string> datasets) => new("file.no_dataset", ("datasets", datasets));

    public static Message DotSegment() => new("file.dot_segment");

    public static Message Empty() => new("file.empty");

    public static Message EmptyOnceUnpacked() => new("file.empty_once_unpacked");

    public static Message NoHeaderLine() => new("file.no_header_line");

    public static Message NoObject() => new("file.no_object");

    public static Message BadHeader(Message why) => new("file.bad_header", ("why", why));

    public static Message BadFirstLine(Message why) => new("file.bad_first_line", ("why", why));

    public static Message TooManyColumns() => new("file.too_many_columns", ("most", ReadLimits.Columns));

    public static Message Bomb() => new("file.bomb", ("times", ReadLimits.InflationRatio));

    public static Message Damaged() => new("file.damaged");

    public static Message DamagedGzip() => new("file.damaged_gzip");

    public static Message CutGzip() => new("file.cut_gzip");

    public static Message NoSheet() => new("file.no_sheet");

    public static Message TooManyParts(int most) => new("file.too_many_parts", ("most", most));

    public static Message CellBeyondSheet(long row) => new("file.cell_beyond_sheet", ("row", row));

    public static Message LostText(long row) => new("file.lost_text", ("row", row));

    public static Message LongText() => new("file.long_text", ("most", ReadLimits.RowCharacters));

    public static Message TooManyTexts() => new("file.too_many_texts");

    public static Message EmptyZip() => new("file.empty_zip");

    public static Message PackedTwice() => new("file.packed_twice");

    public static Message PackedBinary() => new("file.packed_binary");

    public static Message EncryptedZip() => new("file.encrypted_zip");

    public static Message EncryptedWorkbook() => new("file.encrypted_workbook");

    public static Message WebPage() => new("file.web_page");

    public static Message Xml() => new("file.xml");

    public static Message Binary() => new("file.binary");

    public static Message Document() => new("file.document");

    public static Message OtherPacking() => new("file.other_packing");

    public static Message OtherColumns() => new("file.other_columns");

    public static Message MixedEncodings() => new("file.mixed_encodings");

    public static Message NoEncoding() => new("file.no_encoding");

    public static Message SeveralEncodings(IEnumerable<string> names) => new("file.several_encodings", ("names", names));

    public static Message ZipOfSeveral(int files, string names) => new("file.zip_of_several", ("files", files), ("names", names));

    public static Message DamagedZip() => new("file.damaged_zip");
}
