using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>References such as <c>B7</c> and <c>A1:B2</c>.</summary>
internal static class CellReference
{
    private const int Letters = 26;

    /// <summary>Column from 0, <see cref="SheetRows.LastColumn"/> for all beyond; null where there is no letter.</summary>
    public static int? Column(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference.TrimStart('$'))
        {
            if (!char.IsAsciiLetter(c)) break;
            column = (column * Letters) + (c & 0x1F);
            if (column > SheetRows.LastColumn) return SheetRows.LastColumn;
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>Letters of a column.</summary>
    public static string Name(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / Letters) name = (char)('A' + ((rest - 1) % Letters)) + name;
        return name;
    }

    /// <summary>Null where it is no range of cells.</summary>
    public static MergedRange? Range(string? reference)
    {
        if (reference?.Split(':') is not [var first, var last]) return null;
        if (Column(first) is not { } left || Column(last) is not { } right || Row(first) is not { } top || Row(last) is not { } bottom)
            return null;
        return new MergedRange(Math.Min(top, bottom), Math.Max(top, bottom), Math.Min(left, right), Math.Max(left, right));
    }

    private static long? Row(string reference) =>
        long.TryParse(
            reference.AsSpan().TrimStart('$').TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz").TrimStart('$'),
            NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row
            : null;
}
