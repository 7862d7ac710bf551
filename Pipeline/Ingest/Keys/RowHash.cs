using System.IO.Hashing;
using System.Runtime.InteropServices;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Hashes of what identifies a row. Of a thousand million ids of 128 bits, two share one with a probability under 1e-20.</summary>
internal static class RowHash
{
    public static UInt128 OfId(string id) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(id.AsSpan()));

    /// <summary>Of an id that counts once inside something, such as a file.</summary>
    public static UInt128 OfId(string id, string inside) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes($"{inside}\0{id}".AsSpan()));

    /// <summary>Of all values of a row.</summary>
    public static UInt128 OfRow(ReadOnlySpan<Cell> cells, XxHash128 hash)
    {
        foreach (ref readonly var cell in cells)
        {
            var number = cell.Number;
            hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<double>(in number)));
            var length = cell.Text?.Length ?? -1;
            hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in length)));
            if (cell.Text is not null) hash.Append(MemoryMarshal.AsBytes(cell.Text.AsSpan()));
        }

        var result = hash.GetCurrentHashAsUInt128();
        hash.Reset();
        return result;
    }
}
