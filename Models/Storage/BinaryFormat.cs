using System.Runtime.InteropServices;
using System.Text;

namespace CommunityDemand.Models.Storage;

/// <summary>
/// Arrays and lists for <see cref="BinaryWriter"/> and <see cref="BinaryReader"/>: a length, then the items, little endian.
/// </summary>
internal static class BinaryFormat
{
    private const int MostAtOnce = 1 << 16;

    public static void WriteHeader(this BinaryWriter writer, string kind, int version)
    {
        writer.Write(kind);
        writer.Write(version);
    }

    /// <summary>Reads a body that was begun by <see cref="WriteHeader"/>.</summary>
    /// <param name="body">Reads the part after the header.</param>
    /// <exception cref="InvalidDataException">
    /// The stream contains another kind of data or another version, or its bytes are truncated or altered.
    /// </exception>
    public static T Read<T>(Stream stream, string kind, int version, Func<BinaryReader, T> body)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        ReadHeader(reader, kind, version);
        try
        {
            return body(reader);
        }
        catch (Exception damage) when (damage is EndOfStreamException or FormatException or OverflowException
            or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"The stream holds a damaged {kind}.", damage);
        }
    }

    private static void ReadHeader(BinaryReader reader, string kind, int version)
    {
        string foundKind;
        int found;
        try
        {
            foundKind = reader.ReadString();
            found = reader.ReadInt32();
        }
        catch (Exception exception) when (exception is EndOfStreamException or FormatException or IOException)
        {
            throw new InvalidDataException($"The stream holds no {kind}.", exception);
        }

        if (foundKind != kind) throw new InvalidDataException($"The stream holds no {kind}.");
        if (found != version)
            throw new InvalidDataException($"The stream holds version {found} of {kind}; this program reads version {version}.");
    }

    public static void WriteArray<T>(this BinaryWriter writer, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        writer.Write(items.Length);
        writer.Write(MemoryMarshal.AsBytes(items));
    }

    public static T[] ReadArray<T>(this BinaryReader reader)
        where T : unmanaged
    {
        // Read in parts: a length from damaged bytes must not allocate all memory before the end of the stream is found.
        var (length, items) = (reader.ReadInt32(), Array.Empty<T>());
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        for (var read = 0; read < length;)
        {
            Array.Resize(ref items, (int)Math.Min(length, Math.Max(2L * read, MostAtOnce)));
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan(read)));
            read = items.Length;
        }

        return items;
    }

    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items) write(writer, item);
    }

    public static T[] ReadList<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        var length = reader.ReadInt32();
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var items = new List<T>(Math.Min(length, MostAtOnce));
        while (items.Count < length) items.Add(read(reader));
        return [.. items];
    }

    public static void WriteStrings(this BinaryWriter writer, IReadOnlyCollection<string> items) =>
        writer.WriteList(items, (w, item) => w.Write(item));

    public static string[] ReadStrings(this BinaryReader reader) => reader.ReadList(r => r.ReadString());
}
