using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityDemand.Pipeline.Ledger;

/// <summary>Row keys of table <c>Ledger</c>.</summary>
internal static class LedgerKeys
{
    // A path may be longer than a key, and may contain characters that keys do not allow.
    public static string Path(string path) => PathRow.Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));

    public static string Live(string owner) => LiveRow.Prefix + owner;

    public static string Content(string hash) => ContentRow.Prefix + hash;

    public static string Segment(string id) => SegmentRow.Prefix + id;

    public static string Need(string owner, int number) => $"{NeedRow.Prefix}{owner}-{number}";

    // Two digits keep the keys in the order of the pieces.
    public static string Days(string owner, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{DaysRow.Prefix}{owner}-{number:00}");

    public static string Dead(string id) => DeadRow.Prefix + id;
}
