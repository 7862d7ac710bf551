using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>
/// Ids of uploads: 64 random bits, 16 hexadecimal digits. All bits are random, because instances may start at the same time, and of two
/// uploads with the same id the ledger would keep only the second.
/// </summary>
internal static class UploadId
{
    public static string New()
    {
        Span<byte> bits = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bits);
        return Write(BinaryPrimitives.ReadUInt64LittleEndian(bits));
    }

    public static string Write(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);

    public static ulong Read(string id) => ulong.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
