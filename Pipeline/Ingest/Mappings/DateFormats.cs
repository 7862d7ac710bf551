using System.Globalization;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Whether the date formats of a column can work.</summary>
internal static class DateFormats
{
    // Day, month and year of two digits differ, so that formats which change them read another day.
    private static readonly DateTime Probe = new(2003, 2, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>What is wrong with the formats; null where they work.</summary>
    public static Message? FaultOf(IReadOnlyList<string> formats)
    {
        foreach (var format in formats)
        {
            if (Lacks(format) is { } part) return MappingMessages.FormatLacks(format, part);
        }

        return Contradicting(formats) is var (first, second) ? MappingMessages.FormatsContradict(first, second) : null;
    }

    private static string? Lacks(string format) =>
        !format.Contains("yy", StringComparison.Ordinal) ? "year"
        : !format.Contains('M') ? "month"
        : !format.Contains('d') ? "day"
        : null;

    // Two formats contradict each other where what one writes is another day to the other.
    private static (string First, string Second)? Contradicting(IReadOnlyList<string> formats)
    {
        foreach (var first in formats)
        {
            var text = Probe.ToString(first, CultureInfo.InvariantCulture);
            foreach (var second in formats)
            {
                if (DateTime.TryParseExact(text, second, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                    && read.Date != Probe.Date)
                    return (first, second);
            }
        }

        return null;
    }
}
