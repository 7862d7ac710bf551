using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Reads how the table of a file is laid out.</summary>
internal static class ShapeParser
{
    /// <param name="columns">The columns of the mapping.</param>
    /// <exception cref="MappingException">A pattern can't work, or two columns are made of one name.</exception>
    public static TableShape Parse(MappingObject root, IEnumerable<ColumnMapping> columns)
    {
        var unpivot = root.Object("unpivot", MappingKeys.Unpivot) is { } wide ? Unpivot(wide) : null;
        var shape = new TableShape(Named(root, "fileName"), Named(root, "sheetName"), root.Texts("fillDown"), unpivot);
        var made = TableShape.NamesOf(shape.FileName).Concat(TableShape.NamesOf(shape.SheetName))
            .Concat(TableShape.NamesOf(unpivot?.Columns)).Concat(unpivot is null ? [] : [unpivot.Value])
            .Concat(columns.Select(column => column.Parts?.Name).OfType<string>().Distinct());
        if (made.GroupBy(name => name).FirstOrDefault(names => names.Count() > 1) is { } twice)
            throw root.Fault(MappingMessages.MadeTwice(twice.Key));
        return shape;
    }

    private static Regex? Named(MappingObject root, string name)
    {
        var pattern = root.Pattern(name);
        return pattern is null || TableShape.NamesOf(pattern).Count > 0 ? pattern : throw root.Fault(name, MappingMessages.NoGroups());
    }

    private static Unpivot Unpivot(MappingObject wide) => new(
        wide.Pattern("columns") ?? throw wide.Fault("columns", MappingMessages.NoWideColumns()),
        wide.Text("value") ?? throw wide.Fault("value", MappingMessages.NoWideValue()));
}
