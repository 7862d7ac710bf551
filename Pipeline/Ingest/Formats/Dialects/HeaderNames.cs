using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>Names of columns from one or more header rows.</summary>
internal static class HeaderNames
{
    /// <summary>
    /// The names, each joined from top to bottom by spaces. A group name stands over the columns right of it too, as merged cells are
    /// saved, as long as those have names of their own.
    /// </summary>
    public static string[] Of(ReadOnlySpan<SampleRow> rows)
    {
        var names = new string[rows.ToArray().Max(row => row.Cells.Length)];
        for (var column = 0; column < names.Length; column++)
        {
            var parts = new List<string>();
            for (var i = 0; i < rows.Length; i++)
            {
                var isLast = i == rows.Length - 1;
                var part = Clean(rows[i][column]);
                if (part.Length == 0 && !isLast && Clean(rows[^1][column]).Length > 0) part = GroupOf(rows[i], rows[^1], column);
                // Tables pasted together repeat their header.
                if (part.Length > 0 && !parts.Contains(part)) parts.Add(part);
            }

            names[column] = string.Join(' ', parts);
        }

        return names;
    }

    /// <summary>Whether a row below header rows names columns that these leave without a name, or repeats them.</summary>
    public static bool Complete(ReadOnlySpan<SampleRow> header, SampleRow below)
    {
        var (completes, repeats, differs) = (0, 0, 0);
        for (var column = 0; column < below.Cells.Length; column++)
        {
            var name = Clean(below[column]);
            if (name.Length == 0) continue;
            var above = "";
            foreach (var row in header) above += Clean(row[column]);
            if (above.Length == 0) completes++;
            else if (above == name) repeats++;
            else differs++;
        }

        return (completes > 0 && completes >= differs) || (repeats > 1 && differs == 0);
    }

    /// <summary>Whether a row above a header names groups of columns: gaps in it, and below it names that need it.</summary>
    public static bool Group(SampleRow above, SampleRow header)
    {
        if (above.Filled < 2) return false;
        var names = header.Cells.Select(Clean).ToArray();
        var gaps = Enumerable.Range(0, names.Length).Count(i => names[i].Length == 0 && Clean(above[i]).Length > 0);
        if (gaps > 0) return true;
        if (above.Cells.Select(Clean).SequenceEqual(names)) return true;
        var named = names.Where(name => name.Length > 0).ToArray();
        return above.Filled < named.Length && named.Distinct(StringComparer.OrdinalIgnoreCase).Count() < named.Length;
    }

    /// <summary>Whether the numbers of a row are years one after the other: a header, though it looks like a row.</summary>
    public static bool AreYears(SampleRow row)
    {
        var years = row.Cells
            .Select(
                cell => int.TryParse(
                    cell.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 ? year : 0)
            .Where(year => year > 0)
            .ToArray();
        var numbers = row.Cells.Count(cell => CellKinds.Of(cell) == CellKind.Number);
        return years.Length >= 2 && years.Length == numbers && years.Zip(years.Skip(1)).All(pair => pair.Second == pair.First + 1);
    }

    private static string GroupOf(SampleRow groups, SampleRow names, int column)
    {
        for (var left = column - 1; left >= 0; left--)
        {
            var group = Clean(groups[left]);
            if (group.Length > 0) return Clean(names[left]).Length > 0 ? group : "";
            if (Clean(names[left]).Length == 0) return "";
        }

        return "";
    }

    private static string Clean(string name) => name.Trim().Trim('\uFEFF');
}
