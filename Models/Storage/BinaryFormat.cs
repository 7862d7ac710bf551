using System.Runtime.InteropServices;

namespace CommunityDemand.Models.Storage;

/// <summary>Arrays and lists for <see cref="BinaryWriter"/> and <see cref="BinaryReader"/>: a length, then the items, little endian.</summary>
internal static class BinaryFormat
{
    public static void WriteHeader(this BinaryWriter writer, string kind, int version)
    {
        writer.Write(kind);
        writer.Write(version);
    }

    /// <exception cref="InvalidDataException">The stream holds something else, or another version of it.</exception>
    public static void ReadHeader(this BinaryReader reader, string kind, int version)
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
        if (found != version) throw new InvalidDataException($"The stream holds version {found} of {kind}; this program reads version {version}.");
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
        var items = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }

    public static void WriteList<T>(this BinaryWriter writer, IReadOnlyCollection<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items) write(writer, item);
    }

    public static T[] ReadList<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++) items[i] = read(reader);
        return items;
    }

    public static void WriteStrings(this BinaryWriter writer, IReadOnlyCollection<string> items) =>
        writer.WriteList(items, (w, item) => w.Write(item));

    public static string[] ReadStrings(this BinaryReader reader) => reader.ReadList(r => r.ReadString());
}
