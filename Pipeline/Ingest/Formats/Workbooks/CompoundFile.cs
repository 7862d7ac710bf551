using System.Buffers.Binary;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>One stream out of an OLE compound file (MS-CFB, sections 2.2 to 2.6), held in memory.</summary>
internal static class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int SectorsOfTableInHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;

    /// <summary>The stream of one of some names; empty where there is none, or where it is so small that it shares sectors.</summary>
    public static byte[] Read(byte[] file, params ReadOnlySpan<string> names)
    {
        if (file.Length < HeaderBytes) return [];
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30));
        if (shift is not (9 or 12)) return [];
        var size = 1 << shift;
        var table = Table(file, size);
        var directory = Chain(file, table, size, UInt32(file, 48), long.MaxValue);
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64));
            if (length is < 4 or > 64) continue;
            var name = Encoding.Unicode.GetString(directory, at, length - 2);
            var bytes = UInt32(directory, at + 120);
            if (names.Contains(name) && bytes >= UInt32(file, 56)) return Chain(file, table, size, UInt32(directory, at + 116), bytes);
        }

        return [];
    }

    // The first sectors of the table stand in the header; those of files of more than 7 MB in a chain of their own.
    private static List<uint> Table(byte[] file, int size)
    {
        var sectors = Enumerable.Range(0, SectorsOfTableInHeader).Select(i => UInt32(file, 76 + (i * 4))).ToList();
        var next = UInt32(file, 68);
        for (var left = file.Length / size; next < LastSector && left > 0 && Sector(file, next, size) is { Length: > 0 } chained; left--)
        {
            for (var i = 0; i < (size / 4) - 1; i++) sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(chained[(i * 4)..]));
            next = BinaryPrimitives.ReadUInt32LittleEndian(chained[(size - 4)..]);
        }

        var table = new List<uint>();
        foreach (var sector in sectors.Where(sector => sector < LastSector))
        {
            var entries = Sector(file, sector, size);
            for (var i = 0; i + 4 <= entries.Length; i += 4) table.Add(BinaryPrimitives.ReadUInt32LittleEndian(entries[i..]));
        }

        return table;
    }

    private static byte[] Chain(byte[] file, List<uint> table, int size, uint first, long bytes)
    {
        using var content = new MemoryStream();
        var limit = Math.Min(bytes, file.Length);
        for (var sector = first; sector < table.Count && content.Length < limit; sector = table[(int)sector])
        {
            var piece = Sector(file, sector, size);
            if (piece.IsEmpty) break;
            content.Write(piece);
        }

        return content.ToArray()[..(int)Math.Min(bytes, content.Length)];
    }

    private static ReadOnlySpan<byte> Sector(byte[] file, uint sector, int size)
    {
        var at = (long)(sector + 1L) * size;
        return at >= file.Length ? [] : file.AsSpan((int)at, (int)Math.Min(size, file.Length - at));
    }

    private static uint UInt32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
