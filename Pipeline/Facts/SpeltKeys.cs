using System.IO.Compression;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// The keys of one upload as the upload spells them: only those that could be spelt in another case. The ledger stores them with the
/// upload, so that files which spell a key differently are found without opening fact files.
/// </summary>
internal static class SpeltKeys
{
    /// <summary>What fits into one property of the ledger.</summary>
    public const int MostBytes = 65_536;

    /// <summary>Columns whose keys are one in all datasets.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["community", "service", "group"];

    /// <summary>The keys in compressed form; never empty. Of more keys than fit, the first are stored.</summary>
    public static byte[] ToBytes(IEnumerable<SpeltKey> keys)
    {
        SpeltKey[] cased =
        [
            .. keys.Where(key => key.Text.Any(HasCase)).Distinct()
                .OrderBy(key => key.Column, StringComparer.Ordinal).ThenBy(key => key.Text, StringComparer.Ordinal),
        ];
        for (var count = cased.Length; ; count /= 2)
        {
            var bytes = Write(cased.AsSpan(0, count));
            if (bytes.Length <= MostBytes) return bytes;
        }
    }

    /// <summary>Reads the result of <see cref="ToBytes"/>.</summary>
    public static IEnumerable<SpeltKey> Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
            yield return new SpeltKey(reader.ReadString(), reader.ReadString());
    }

    private static bool HasCase(char c) => char.ToUpperInvariant(c) != c || char.ToLowerInvariant(c) != c;

    private static byte[] Write(ReadOnlySpan<SpeltKey> keys)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true)))
        {
            writer.Write7BitEncodedInt(keys.Length);
            foreach (var key in keys)
            {
                writer.Write(key.Column);
                writer.Write(key.Text);
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A key of a column as a file spells it.</summary>
internal readonly record struct SpeltKey(string Column, string Text);
