using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Calendars;

/// <summary>How one calendar column enters the regression: a coefficient for each of its unusual values.</summary>
/// <param name="Column">Position among the calendar's columns.</param>
/// <param name="Usual">The value of ordinary periods, which has no coefficient.</param>
/// <param name="Values">The others, ascending.</param>
internal sealed record CalendarTerm(int Column, float Usual, float[] Values)
{
    /// <summary>A column with more values than this is a measurement, not a kind of day.</summary>
    private const int MostValues = 100;

    /// <summary>Whether it says yes or no: such a day may have a pattern of its own in place of its weekday's.</summary>
    public bool IsFlag => Values.Length == 1;

    /// <summary>The term of a column; null for one that never changes, or is a measurement.</summary>
    public static CalendarTerm? Of(int column, float[] values)
    {
        var counts = values.GroupBy(value => value).Select(group => (Value: group.Key, Count: group.Count())).ToArray();
        if (counts.Length is < 2 or > MostValues) return null;
        var usual = counts.OrderByDescending(value => value.Count).ThenBy(value => value.Value).First().Value;
        return new CalendarTerm(column, usual, [.. counts.Select(value => value.Value).Where(value => value != usual).Order()]);
    }

    /// <summary>Position of a value's coefficient; negative for the usual value, and for one that training never saw.</summary>
    public int IndexOf(float value) => Array.BinarySearch(Values, value);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Column);
        writer.Write(Usual);
        writer.WriteArray<float>(Values);
    }

    public static CalendarTerm Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadSingle(), reader.ReadArray<float>());
}
