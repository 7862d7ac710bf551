namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>The columns of a file's top level.</summary>
/// <param name="Fields">In the file's order, those that can't be read among them.</param>
/// <param name="Leaves">Stored columns, those of nested columns included.</param>
internal sealed record ParquetSchema(IReadOnlyList<ParquetField> Fields, int Leaves)
{
    /// <summary>Takes the tree from the list in which a group stands before its children.</summary>
    /// <exception cref="UnreadableUploadException">It is too deep or too wide.</exception>
    public static ParquetSchema Read(ref ThriftReader thrift, ThriftType list)
    {
        var left = thrift.ReadStructs(list);
        if (left-- == 0) throw new InvalidDataException();
        var root = SchemaElement.Read(ref thrift);
        var fields = new List<ParquetField>();
        var leaves = 0;
        // Children that are still to come, of each group that is open.
        var open = new Stack<long>();
        open.Push(root.Children);
        while (open.TryPop(out var children))
        {
            if (children == 0) continue;
            if (children < 0 || children > left) throw new InvalidDataException();
            open.Push(children - 1);
            var element = SchemaElement.Read(ref thrift);
            left--;
            var isLeaf = element.Type is not null && element.Children == 0;
            if (open.Count == 1) fields.Add(isLeaf ? FieldFactory.Flat(element, leaves) : FieldFactory.Nested(element, leaves));
            if (fields.Count > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());
            if (isLeaf && ++leaves > ParquetLimits.Leaves) throw new UnreadableUploadException(ParquetMessages.TooManyLeaves());
            if (isLeaf) continue;
            if (open.Count == ParquetLimits.Depth) throw new UnreadableUploadException(ParquetMessages.TooDeep());
            open.Push(element.Children);
        }

        return left == 0 ? new ParquetSchema(fields, leaves) : throw new InvalidDataException();
    }
}
