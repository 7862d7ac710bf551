using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// The error values of an old workbook (MS-XLS, sections 2.4.24 BoolErr and 2.4.127 Formula), which ExcelDataReader 3.6 gives as blank
/// cells.
/// </summary>
internal static class XlsErrors
{
    private const int BoundSheet = 0x85;
    private const int BeginOfFile = 0x809;
    private const int EndOfFile = 0x0A;
    private const int Protection = 0x2F;
    private const int BoolErr = 0x205;
    private const int Formula = 0x06;
    private const int HeadBytes = 4;
    private const int Most = 1 << 20;

    /// <summary>Errors by sheet, row and column, all from 0; none of a workbook that is encrypted or older than Excel 5.</summary>
    public static IReadOnlyDictionary<(int Sheet, int Row, int Column), string> Find(ReadOnlySpan<byte> workbook)
    {
        var errors = new Dictionary<(int, int, int), string>();
        var offsets = new List<uint>();
        for (var at = 0; Next(workbook, ref at, out var id, out var body) && id != EndOfFile;)
        {
            if (id == Protection) return errors;
            // Sheets that are charts or macros, by the type after the offset, are no sheets of the library either.
            if (id == BoundSheet && body.Length >= 6 && body[5] == 0) offsets.Add(BinaryPrimitives.ReadUInt32LittleEndian(body));
        }

        for (var sheet = 0; sheet < offsets.Count && errors.Count < Most; sheet++)
        {
            if (offsets[sheet] < workbook.Length) Find(workbook, (int)offsets[sheet], sheet, errors);
        }

        return errors;
    }

    private static void Find(ReadOnlySpan<byte> workbook, int at, int sheet, Dictionary<(int, int, int), string> errors)
    {
        var depth = 0;
        while (errors.Count < Most && Next(workbook, ref at, out var id, out var body))
        {
            if (id == BeginOfFile) depth++;
            else if (id == EndOfFile && --depth <= 0) return;
            else if (depth == 1 && ErrorOf(id, body) is { } error)
                errors[(sheet, BinaryPrimitives.ReadUInt16LittleEndian(body), BinaryPrimitives.ReadUInt16LittleEndian(body[2..]))] = error;
        }
    }

    // A formula's result is an error where its eight bytes begin with 2 and end with FFFF.
    private static string? ErrorOf(int id, ReadOnlySpan<byte> body)
    {
        if (id == BoolErr && body.Length >= 8 && body[7] == 1) return Name(body[6]);
        return id == Formula && body.Length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF ? Name(body[8]) : null;
    }

    private static bool Next(ReadOnlySpan<byte> workbook, ref int at, out int id, out ReadOnlySpan<byte> body)
    {
        id = 0;
        body = default;
        if (at + HeadBytes > workbook.Length) return false;
        id = BinaryPrimitives.ReadUInt16LittleEndian(workbook[at..]);
        var length = BinaryPrimitives.ReadUInt16LittleEndian(workbook[(at + 2)..]);
        at += HeadBytes;
        if (at + length > workbook.Length) return false;
        body = workbook.Slice(at, length);
        at += length;
        return true;
    }

    private static string Name(byte error) => error switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR",
    };
}
