using System.Globalization;
using System.Security.Cryptography;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>Ids of uploads: 64 bits, in order of time, 16 hexadecimal digits.</summary>
internal static class UploadId
{
    private const int RandomBits = 20;

    public static string New(TimeProvider time)
    {
        var moment = (ulong)time.GetUtcNow().ToUnixTimeMilliseconds();
        return Write((moment << RandomBits) | (uint)RandomNumberGenerator.GetInt32(1 << RandomBits));
    }

    public static string Write(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);

    public static ulong Read(string id) => ulong.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
