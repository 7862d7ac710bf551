namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Gives the columns of a mapping what the tables beside it say.</summary>
internal static class LookupResolver
{
    /// <param name="tables">By name of the file in container <c>mappings</c>.</param>
    /// <exception cref="MappingException">A table is not there, or has not the columns that the mapping names.</exception>
    public static Mapping Resolve(Mapping mapping, IReadOnlyDictionary<string, LookupTable> tables) =>
        mapping.Columns.Values.All(column => column.Lookup is null)
            ? mapping
            : mapping with
            {
                Columns = mapping.Columns.ToDictionary(pair => pair.Key, pair => Resolve(mapping.Source, pair.Value, tables))
            };

    /// <summary>Name of a table beside a mapping.</summary>
    public static string NameOf(string source, LookupReference lookup) => source[..(source.LastIndexOf('/') + 1)] + lookup.File;

    private static ColumnMapping Resolve(string source, ColumnMapping column, IReadOnlyDictionary<string, LookupTable> tables)
    {
        if (column.Lookup is not { } lookup) return column;
        if (!tables.TryGetValue(NameOf(source, lookup), out var table))
            throw new MappingException(MappingMessages.Fault(source, lookup.Place, MappingMessages.LookupAbsent(lookup.File)));
        var (values, fault) = table.Find(lookup.From, lookup.To);
        return values is null
            ? throw new MappingException(MappingMessages.Fault(source, lookup.Place, fault!))
            : column with { Looked = new ValueLookup(values, MappingMessages.NotInLookup(lookup.File)) };
    }
}
