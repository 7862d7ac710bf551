using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>How the table of a file becomes one with a column for each value.</summary>
/// <param name="FileName">Pattern whose named groups are columns with values from the file's name; null for none.</param>
/// <param name="SheetName">The same of the sheet's name.</param>
/// <param name="FillDown">Headers of columns whose empty cells take the value above.</param>
/// <param name="Unpivot">Columns that become rows; null for none.</param>
internal sealed record TableShape(Regex? FileName, Regex? SheetName, IReadOnlyList<string> FillDown, Unpivot? Unpivot)
{
    /// <summary>Whether the table is read as it stands.</summary>
    public bool IsPlain => FileName is null && SheetName is null && FillDown.Count == 0 && Unpivot is null;

    /// <summary>Names of a pattern's groups; numbered groups have none.</summary>
    public static IReadOnlyList<string> NamesOf(Regex? pattern) =>
        [.. (pattern?.GetGroupNames() ?? []).Where(name => !char.IsAsciiDigit(name[0]))];
}

/// <summary>Columns of a wide table that become rows, each with the value of one column.</summary>
/// <param name="Columns">Pattern of their headers; its named groups are columns with values from the header.</param>
/// <param name="Value">Name of the column that has the values of the cells.</param>
internal sealed record Unpivot(Regex Columns, string Value);
