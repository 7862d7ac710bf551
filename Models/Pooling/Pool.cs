using CommunityDemand.Models.Calendars;

namespace CommunityDemand.Models.Pooling;

/// <summary>Statistics of a group of series at an origin.</summary>
/// <param name="Code">Number of the group, stable for the same groups.</param>
/// <param name="Sums">Seasonal sums of the group.</param>
/// <param name="Growth">Growth of the group.</param>
/// <param name="Calendar">Calendar effects of the group (holidays and time of the year); null where unknown.</param>
internal sealed record Pool(int Code, SeasonalSums Sums, Growth Growth, CalendarProfile? Calendar)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Code);
        Sums.Write(writer);
        Growth.Write(writer);
        writer.Write(Calendar is not null);
        Calendar?.Write(writer);
    }

    public static Pool Read(BinaryReader reader) => new(
        reader.ReadInt32(), SeasonalSums.Read(reader), Growth.Read(reader), reader.ReadBoolean() ? CalendarProfile.Read(reader) : null);
}
