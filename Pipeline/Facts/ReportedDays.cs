using System.Collections;
using System.IO.Compression;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Days on which each community of one upload reported usage: one bit for each day, by year, so a wrong date needs little memory. The
/// ledger stores the days with the upload, so the origin of a run is found without opening fact files.
/// </summary>
internal sealed class ReportedDays
{
    private const int DaysAYear = 366;
    private const int Bytes = (DaysAYear + 7) / 8;

    private readonly SortedDictionary<string, SortedDictionary<int, BitArray>> _communities = new(StringComparer.Ordinal);

    public void Add(string community, DateOnly day)
    {
        if (!_communities.TryGetValue(community, out var years)) _communities.Add(community, years = []);
        if (!years.TryGetValue(day.Year, out var days)) years.Add(day.Year, days = new BitArray(DaysAYear));
        days[day.DayOfYear - 1] = true;
    }

    /// <summary>The days in compressed form; empty where nothing was reported.</summary>
    public byte[] ToBytes()
    {
        if (_communities.Count == 0) return [];
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(bytes, CompressionLevel.Optimal, leaveOpen: true)))
        {
            var bits = new byte[Bytes];
            foreach (var (community, years) in _communities)
            {
                writer.Write(community);
                writer.Write7BitEncodedInt(years.Count);
                foreach (var (year, days) in years)
                {
                    writer.Write7BitEncodedInt(year);
                    days.CopyTo(bits, 0);
                    writer.Write(bits);
                }
            }

            // An empty name ends the list.
            writer.Write("");
            writer.Write7BitEncodedInt(0);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads the result of <see cref="ToBytes"/>.</summary>
    public static IEnumerable<ReportedDay> Read(byte[] bytes)
    {
        if (bytes.Length == 0) yield break;
        using var reader = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress));
        while (true)
        {
            var community = reader.ReadString();
            var years = reader.Read7BitEncodedInt();
            if (years == 0) yield break;
            for (; years > 0; years--)
            {
                var first = new DateOnly(reader.Read7BitEncodedInt(), 1, 1);
                var days = new BitArray(reader.ReadBytes(Bytes));
                for (var day = 0; day < DaysAYear; day++)
                {
                    if (days[day]) yield return new ReportedDay(community, first.AddDays(day));
                }
            }
        }
    }
}
