using System.Buffers.Binary;
using System.Text;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells what an OLE compound file holds ([MS-CFB], sections 2.2 and 2.6): an old workbook, an encrypted one or something else.</summary>
internal static class OleDirectory
{
    private const int HeaderBytes = 512;
    private const int DirectoryBytes = 4096;

    /// <summary>Why the file can't be read as a workbook of Excel 97 to 2003; null where it can be tried.</summary>
    /// <param name="stored">The file; seekable.</param>
    public static async ValueTask<Message?> RefusalAsync(MeteredStream stored, CancellationToken cancellationToken)
    {
        var header = new byte[HeaderBytes];
        stored.Position = 0;
        if (await stored.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellationToken) < header.Length) return FileMessages.Binary();
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        var sector = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(48));
        var position = ((long)sector + 1) << Math.Min((int)shift, 16);
        if (sector < 0 || position >= stored.Length) return FileMessages.Binary();
        var directory = new byte[DirectoryBytes];
        stored.Position = position;
        var read = await stored.ReadAtLeastAsync(directory, directory.Length, throwOnEndOfStream: false, cancellationToken);
        if (Names(directory.AsSpan(0, read), "EncryptedPackage")) return FileMessages.EncryptedWorkbook();
        return Names(directory.AsSpan(0, read), "Workbook") || Names(directory.AsSpan(0, read), "Book")
            ? null
            : FileMessages.Document();
    }

    private static bool Names(ReadOnlySpan<byte> directory, string stream) => directory.IndexOf(Encoding.Unicode.GetBytes(stream + "\0")) >= 0;
}
