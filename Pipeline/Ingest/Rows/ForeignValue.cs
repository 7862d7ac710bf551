using System.Globalization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Turns foreign values into those of a dataset, as a mapping says.</summary>
internal static class ForeignValue
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Translates a value.</summary>
    /// <param name="text">The value, trimmed; its meaning afterwards.</param>
    /// <returns>Why it means nothing, or null.</returns>
    public static Message? Translate(ColumnMapping mapping, Column column, ref ReadOnlySpan<char> text)
    {
        if (mapping.Values.Count > 0 && mapping.Values.TryGetValue(text.ToString(), out var meant)) text = meant;
        if (NullWords.Contains(text))
        {
            text = mapping.Default;
        }
        else
        {
            if (mapping.Looked is { } lookup)
            {
                if (!lookup.Values.TryGetValue(text.ToString(), out var found)) return lookup.Unknown;
                text = found;
            }

            if (mapping.Aliases is { } aliases && aliases.TryGetValue(KeyText.Normalize(text), out var key)) text = key;
        }

        if (mapping.Formats.Count > 0 && TryFormats(text, mapping.Formats, out var day)) text = day;
        else if (column is DayColumn && TryDay(text, mapping, out day)) text = day;
        return null;
    }

    private static bool TryDay(ReadOnlySpan<char> text, ColumnMapping mapping, out string day)
    {
        day = "";
        if (mapping.Period is { } period and not Frequency.Daily && PeriodDay.TryRead(text, period, mapping.IsMinguo, out var first))
        {
            day = first.ToString(Day, CultureInfo.InvariantCulture);
            return true;
        }

        return mapping.IsMinguo && MinguoDay.TryRead(text, out day);
    }

    private static bool TryFormats(ReadOnlySpan<char> text, IReadOnlyList<string> formats, out string day)
    {
        foreach (var format in formats)
        {
            if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) continue;
            day = moment.ToString(Day, CultureInfo.InvariantCulture);
            return true;
        }

        day = "";
        return false;
    }
}
