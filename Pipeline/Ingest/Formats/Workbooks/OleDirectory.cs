using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// The names of the streams in an OLE compound file (MS-CFB, section 2.6), which say what it is. They are looked for wherever an entry of
/// the directory may stand, so that no chain of sectors is followed.
/// </summary>
internal static class OleDirectory
{
    private const int EntryBytes = 128;
    private const int NameBytes = 64;

    /// <summary>Those of some names that the file has.</summary>
    public static IReadOnlySet<string> Find(ReadOnlySpan<byte> file, params ReadOnlySpan<string> wanted)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at + EntryBytes <= file.Length; at += EntryBytes)
        {
            // The length counts the bytes of the name with its terminator.
            var length = file[at + NameBytes] | (file[at + NameBytes + 1] << 8);
            if (length is < 4 or > NameBytes || length % 2 != 0) continue;
            foreach (var name in wanted)
            {
                if (name.Length * 2 == length - 2
                    && Encoding.Unicode.GetString(file.Slice(at, length - 2)).Equals(name, StringComparison.OrdinalIgnoreCase))
                    found.Add(name);
            }
        }

        return found;
    }
}
