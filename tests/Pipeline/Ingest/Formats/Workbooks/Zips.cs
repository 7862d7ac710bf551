using System.IO.Compression;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Makes archives that are no workbook of XML parts.</summary>
internal static class Zips
{
    public static byte[] Of(string part)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part).Open();
            entry.Write("x"u8);
        }

        return packed.ToArray();
    }
}
