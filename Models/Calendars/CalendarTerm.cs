using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Calendars;

/// <summary>A calendar column in the regression: one coefficient for each of its unusual values.</summary>
/// <param name="Column">Index of the column in the calendar.</param>
/// <param name="Usual">The value of ordinary periods, which has no coefficient.</param>
/// <param name="Values">The other values, ascending.</param>
internal sealed record CalendarTerm(int Column, float Usual, float[] Values)
{
    /// <summary>Maximum number of values of a column. A column with more values is a measurement, not a kind of day.</summary>
    private const int MostValues = 100;

    /// <summary>Whether the column is a flag. A flagged day may have a pattern of its own instead of its weekday's.</summary>
    public bool IsFlag => Values.Length == 1;

    /// <summary>The term of a column; null for a constant column or a measurement.</summary>
    public static CalendarTerm? Of(int column, float[] values)
    {
        var counts = values.GroupBy(value => value).Select(group => (Value: group.Key, Count: group.Count())).ToArray();
        if (counts.Length is < 2 or > MostValues) return null;
        var usual = counts.OrderByDescending(value => value.Count).ThenBy(value => value.Value).First().Value;
        return new CalendarTerm(column, usual, [.. counts.Select(value => value.Value).Where(value => value != usual).Order()]);
    }

    /// <summary>Index of the coefficient of a value; negative for the usual value and for a value that training did not see.</summary>
    public int IndexOf(float value) => Array.BinarySearch(Values, value);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Column);
        writer.Write(Usual);
        writer.WriteArray<float>(Values);
    }

    public static CalendarTerm Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadSingle(), reader.ReadArray<float>());
}
