using System.IO.Compression;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Tells what a zip holds: a workbook, or one table that was packed.</summary>
internal static class ZipContents
{
    private const int MostNames = 5;
    private const int MostEntries = 10_000;

    /// <summary>How to read a zip: as a workbook, or as the file in it.</summary>
    /// <param name="stored">The zip; seekable, and left at its start.</param>
    /// <exception cref="UnreadableUploadException">It is damaged, or holds no table or several.</exception>
    public static async ValueTask<(bool IsWorkbook, Packing Packing)> FindAsync(MeteredStream stored, CancellationToken cancellationToken)
    {
        try
        {
            await ZipGuard.CheckAsync(stored, cancellationToken);
            await using var zip = await ZipArchive.CreateAsync(
                stored, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
            if (zip.Entries.Count > MostEntries) throw new UnreadableUploadException(FileMessages.ZipOfSeveral(zip.Entries.Count, "..."));
            if (IsPackage(zip)) return (true, Packing.None);
            var files = zip.Entries.Where(IsFile).ToArray();
            if (files.Length == 0) throw new UnreadableUploadException(FileMessages.EmptyZip());
            if (files.Length > 1)
            {
                var names = string.Join(", ", files.Take(MostNames).Select(file => file.Name));
                throw new UnreadableUploadException(
                    FileMessages.ZipOfSeveral(files.Length, files.Length > MostNames ? names + " ..." : names));
            }

            if (files[0].IsEncrypted) throw new UnreadableUploadException(FileMessages.EncryptedZip());
            return (false, new Packing(PackingKind.Zip, files[0].FullName));
        }
        catch (InvalidDataException damaged) when (stored.Failure is null)
        {
            throw new UnreadableUploadException(FileMessages.DamagedZip(), damaged);
        }
        finally
        {
            stored.Position = 0;
        }
    }

    private static string NameOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/').TrimStart('/');

    // What file managers add by themselves is no file.
    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0 && !entry.Name.StartsWith('.') && !NameOf(entry).StartsWith("__MACOSX/", StringComparison.Ordinal)
        && entry.Name is not ("Thumbs.db" or "desktop.ini");

    // Of an office program, whose writers differ in case and slashes. What it is and why it can't be read, the reader of workbooks says.
    private static bool IsPackage(ZipArchive zip)
    {
        var names = zip.Entries.Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("[Content_Types].xml")
            || (names.Contains("mimetype") && names.Contains("content.xml"))
            || names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase));
    }
}
