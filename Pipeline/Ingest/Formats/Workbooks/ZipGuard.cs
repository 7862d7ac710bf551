using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Looks at the size of a zip archive's directory before the class library reads all of it into memory (APPNOTE.TXT, sections 4.3.14 to
/// 4.3.16).
/// </summary>
internal static class ZipGuard
{
    private const int MostDirectoryBytes = 16 << 20;
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int OffsetOfDirectory = 16;

    /// <exception cref="InvalidDataException">There is no directory.</exception>
    /// <exception cref="UnreadableUploadException">The directory is larger than that of any workbook.</exception>
    public static async ValueTask CheckAsync(Stream stored, CancellationToken cancellationToken)
    {
        var tail = new byte[Math.Min(stored.Length, EndBytes + LongestComment)];
        stored.Position = stored.Length - tail.Length;
        await stored.ReadExactlyAsync(tail, cancellationToken);
        stored.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndBytes > tail.Length) throw new InvalidDataException("The end of the directory is missing.");
        // A large archive has its true offset in a record of its own; no archive of less than 4 GiB needs one.
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + OffsetOfDirectory));
        var directory = stored.Length - tail.Length + end - offset;
        if (offset != uint.MaxValue && directory < 0) throw new InvalidDataException("The directory begins behind its end.");
        if (offset == uint.MaxValue || directory > MostDirectoryBytes)
            throw new UnreadableUploadException(FileMessages.TooManyParts(WorkbookLimits.Parts));
    }
}
