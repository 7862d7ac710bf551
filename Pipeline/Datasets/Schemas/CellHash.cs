using System.IO.Hashing;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Hashes of cells in a chain: the same in every process, so that they may be stored.</summary>
internal static class CellHash
{
    private const ulong FirstMultiplier = 0x9E3779B97F4A7C15;
    private const ulong SecondMultiplier = 0xBF58476D1CE4E5B9;

    /// <summary>The hash with one cell more.</summary>
    /// <param name="place">Place of the cell in its row. A missing cell leaves the chain as it is, so that columns can be added.</param>
    public static ulong Add(ulong hash, int place, in Cell cell)
    {
        if (cell.IsMissing) return hash;
        hash = Mix(hash, (ulong)place);
        return cell.Text is { } text
            ? XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()), (long)hash)
            // Minus zero is zero.
            : Mix(hash, BitConverter.DoubleToUInt64Bits(cell.Number + 0.0));
    }

    private static ulong Mix(ulong hash, ulong value)
    {
        var mixed = (hash ^ value) * FirstMultiplier;
        return BitOperations.RotateLeft(mixed, 31) * SecondMultiplier;
    }
}
