using CommunityDemand.Models.Calendars;

namespace CommunityDemand.Models.Pooling;

/// <summary>What a group of series shows at an origin.</summary>
/// <param name="Code">A number for the group, stable for the same groups.</param>
/// <param name="Sums">Its seasonal sums.</param>
/// <param name="Growth">Its growth.</param>
/// <param name="Calendar">What holidays and the time of the year do to it; null where nothing is known of that.</param>
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
